/** Signs that somebody is there. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll'];
/** Calls `stir` at each sign of life, until the returned function is called. */
function onActivity(stir) {
    // Also where a shop's own listener stops them.
    const options = { capture: true, passive: true };
    SIGNS.forEach((sign) => addEventListener(sign, stir, options));
    return () => SIGNS.forEach((sign) => removeEventListener(sign, stir, options));
}

export { onActivity as o };
