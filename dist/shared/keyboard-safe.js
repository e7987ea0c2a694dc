import { css } from 'lit';

/** English, what is said to who can't see a card: that a question has come, and what is closed. */
const englishArrival = {
    closeFeedback: 'Close feedback',
    arrived: 'A question for you: {question}',
};

/**
 * Puts an element back that stood in the body and went with all around it, as when a framework that did not find a page as it
 * expected makes it anew. Who takes it away by itself wants it gone, and so does who comes to another page.
 */
const placeNow = () => ({ body: [...document.body.children], path: location.pathname });
/** Whether `other` is what a page would have in the place of `element`. */
const isLike = (other, element) => [...element.attributes].every(({ name, value }) => name === 'open' || other.getAttribute(name) === value);
/** Puts `element` back if it stood in the body of `place`, and all of that has gone, unless another like it has come. */
function putBack(element, { body, path }) {
    const others = body.filter((other) => !/^(SCRIPT|STYLE|LINK|CURTSY-.*)$/.test(other.nodeName));
    // In the same task it can't be seen yet what goes and what comes.
    setTimeout(() => {
        const isWiped = body.includes(element) && !!others[0] && !others.some((other) => other.isConnected);
        const isMadeAnew = [...document.querySelectorAll(element.localName)].some((other) => isLike(other, element));
        if (isWiped && path === location.pathname && !element.isConnected && !isMadeAnew)
            document.body.append(element);
    });
}

/** Of a card what comes a moment later: a phone's keyboard and notch, how it scrolls, and where the keyboard's focus is. */
const cardRestStyles = css `
  [popover] {
    box-shadow: var(--curtsy-shadow, 0 8px 32px rgb(0 0 0 / 0.16));
    max-height: calc(
      var(--_seen, 100dvh) - var(--_edge, 16px) -
        18px - env(safe-area-inset-bottom, 0px) - env(safe-area-inset-top, 0px)
    );
  }
  [popover]:where(:not([class*='top'])) {
    inset-block-end: calc(var(--_edge, 16px) + max(var(--_keyboard, 0px), env(safe-area-inset-bottom, 0px)));
  }
  .within {
    overscroll-behavior: contain;
    /* What goes on below fades out in what is room for the last line's distance to Close. */
    mask: linear-gradient(to top, #0000 8px, #000 16px);
  }
  .close {
    /* Above what fades out there. */
    position: relative;
    text-align: center;
    cursor: pointer;
    text-underline-offset: 0.25em;
  }
  button:focus-visible {
    outline: 2px solid var(--curtsy-focus, currentColor);
    outline-offset: -2px;
  }
`;

/** Keeps a card at the window's edge above a phone's keyboard, and no higher than what can be seen (`visualViewport`). */
/** Fits `base`, now and as the keyboard comes and goes, until what is returned is called. */
function keyboardSafe(base) {
    const view = window.visualViewport;
    const fit = () => {
        base.style.setProperty('--_seen', `${view.height}px`);
        base.style.setProperty('--_keyboard', `${Math.max(0, innerHeight - view.height - view.offsetTop)}px`);
    };
    view.addEventListener('resize', fit);
    view.addEventListener('scroll', fit);
    fit();
    return () => {
        view.removeEventListener('resize', fit);
        view.removeEventListener('scroll', fit);
    };
}

export { putBack as a, cardRestStyles as c, englishArrival as e, keyboardSafe as k, placeNow as p };
