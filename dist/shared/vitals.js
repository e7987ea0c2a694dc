import { onLCP, onINP, onCLS } from 'web-vitals';

/** Core Web Vitals of the page being judged, from the `web-vitals` library; a chunk of its own because of its size. */
/** Keeps the newest value of each metric in `into`; a browser that lacks one (Safari, Firefox) leaves it out. */
function watchVitals(into) {
    const note = ({ name, value, rating }) => {
        into[name] = { value: Math.round(value * 1e3) / 1e3, rating };
    };
    const options = { reportAllChanges: true };
    onLCP(note, options);
    onINP(note, options);
    onCLS(note, options);
}

export { watchVitals };
