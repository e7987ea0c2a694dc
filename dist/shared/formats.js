import { w as warnOnce } from './question-element.styles.js';

/** The bytes of `response` as the shop's `serialize` makes them, as a form or as CloudEvents; undefined for the usual formats. */
function encode(response, settings) {
    const { format } = settings;
    const made = settings.serialize && serialized(response, settings.serialize);
    if (made)
        return made;
    if (format === 'form') {
        return { contentType: 'application/x-www-form-urlencoded', body: `${new URLSearchParams(pairs(response, ''))}` };
    }
    if (format === 'json' || format === 'text')
        return;
    const event = cloudEvent(response);
    return {
        contentType: `application/${format}+json; charset=utf-8`,
        body: JSON.stringify(format === 'cloudevents' ? event : [event]),
    };
}
/** Undefined where the shop's function throws, or gives something else. */
function serialized(response, serialize) {
    try {
        const made = serialize(response);
        const wire = typeof made === 'string' ? { body: made } : made;
        if (typeof wire?.body === 'string')
            return { contentType: 'text/plain;charset=UTF-8', ...wire, body: wire.body };
        warnOnce('shop-function', 'serialize', `it gives ${typeof made}`);
    }
    catch (error) {
        warnOnce('shop-function', 'serialize', error);
    }
    return;
}
/** Nested names dotted, arrays by repeating the name. */
function pairs(value, name) {
    if (value === undefined)
        return [];
    if (Array.isArray(value))
        return value.flatMap((item) => pairs(item, name));
    if (value && typeof value === 'object') {
        return Object.entries(value).flatMap(([key, item]) => pairs(item, name ? `${name}.${key}` : key));
    }
    return [[name, String(value)]];
}
/** CloudEvents 1.0, structured mode. */
function cloudEvent(response) {
    const { id, revision, kind, source, createdAt } = response;
    return {
        specversion: '1.0',
        type: `dev.curtsy.${kind}.v1`,
        source,
        id: `${id}.${revision}`,
        time: createdAt,
        datacontenttype: 'application/json',
        data: response,
    };
}

export { encode };
