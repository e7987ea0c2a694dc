import { f as followSettings } from './question-element.styles.js';

/** Follows changes of language: of `lang` and `dir` around an element, and of the settings. */
/** Calls `changed` whenever the language of `element` may have changed, for as long as it stands in a page. */
function followLanguage(element, changed) {
    const observer = new MutationObserver(changed);
    const options = { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true };
    let unfollow = () => { };
    element.addController({
        hostConnected() {
            // The document, and the shadow tree that the element stands in, which that doesn't reach into.
            observer.observe(document, options);
            observer.observe(element.getRootNode(), options);
            unfollow = followSettings(changed);
        },
        hostDisconnected() {
            observer.disconnect();
            unfollow();
        },
    });
}

export { followLanguage as f };
