/** Core Web Vitals of the page being judged, from the `web-vitals` library; a chunk of its own because of its size. */
import { onCLS, onINP, onLCP, type Metric } from 'web-vitals';

/** Keeps the newest value of each metric in `into`; a browser that lacks one (Safari, Firefox) leaves it out. */
export function watchVitals(into: Record<string, { value: number; rating: string }>): void {
  const note = ({ name, value, rating }: Metric) => {
    into[name] = { value: Math.round(value * 1e3) / 1e3, rating };
  };
  const options = { reportAllChanges: true };
  onLCP(note, options);
  onINP(note, options);
  onCLS(note, options);
}
