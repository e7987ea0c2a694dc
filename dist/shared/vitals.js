import { onLCP, onINP, onCLS } from 'web-vitals';

/** Core Web Vitals of the page being judged, from the `web-vitals` library; a chunk of its own because of its size. */
/** Tells `note` each new value of a metric; a browser that lacks one (Safari, Firefox) leaves it out. */
function watchVitals(note) {
    const round = ({ name, value, rating }) => note(name, { value: Math.round(value * 1e3) / 1e3, rating });
    const options = { reportAllChanges: true };
    onLCP(round, options);
    onINP(round, options);
    onCLS(round, options);
}

export { watchVitals };
