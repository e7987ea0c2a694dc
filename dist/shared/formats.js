/** The bytes of `response` as a form or as CloudEvents. */
function encode(response, { format }) {
    if (format === 'form') {
        return { contentType: 'application/x-www-form-urlencoded', body: `${new URLSearchParams(pairs(response, ''))}` };
    }
    const event = cloudEvent(response);
    return {
        contentType: `application/${format}+json; charset=utf-8`,
        body: JSON.stringify(format === 'cloudevents' ? event : [event]),
    };
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
