// A story that plays takes the focus and has an outbox: on a docs page it gets a frame of its own, where it plays too.

/** Parameters of such a story, with the height of its frame in pixels. */
export function framed(height: number) {
  return { docs: { story: { inline: false, height: `${height}px` } } };
}
