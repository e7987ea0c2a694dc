/** The page as it stands at a press, read at once and cheaply; `context.ts` decides what of it may be sent. */

/** Uncut: an address may still hold what nobody should read. */
export interface PageFacts {
  url: string;
  referrer: string;
  title: string;
  viewport: number[];
}

export function pageFacts(): PageFacts {
  return {
    url: location.href,
    referrer: document.referrer,
    title: document.title,
    viewport: [innerWidth, innerHeight],
  };
}
