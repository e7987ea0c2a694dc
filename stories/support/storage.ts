// The device that a story's answers are kept on: one of its own for each page, and one that keeps nothing.

const open = indexedDB.open.bind(indexedDB);
const { search } = location;

/** Gives this page databases of its own, since the stories of a docs page run at once, in frames of one origin. */
export function keepApart(): void {
  indexedDB.open = (name, version) => open(`${name} ${search}`, version);
}

/** Makes the browser's storage fail. What it returns loads the page anew: one that has given up on its storage stays so. */
export function switchOff(): () => void {
  IDBDatabase.prototype.transaction = Storage.prototype.setItem = () => {
    throw new DOMException('Storage is switched off in this story.', 'InvalidStateError');
  };
  return () => {
    location.reload();
  };
}
