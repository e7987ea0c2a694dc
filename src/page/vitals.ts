/** Core Web Vitals of the page being judged, from the `web-vitals` library; a chunk of its own because of its size. */
import { onCLS, onINP, onLCP, type Metric } from 'web-vitals';

/** Tells `note` each new value of a metric; a browser that lacks one (Safari, Firefox) leaves it out. */
export function watchVitals(note: (name: string, vital: { value: number; rating: string }) => unknown): void {
  const round = ({ name, value, rating }: Metric) => note(name, { value: Math.round(value * 1e3) / 1e3, rating });
  const options = { reportAllChanges: true };
  onLCP(round, options);
  onINP(round, options);
  onCLS(round, options);
}
