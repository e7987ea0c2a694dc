/** Makes room, and tells `follower` how many answers wait, now and whenever that may have changed, until the returned function is called. */
export declare function followWaiting(follower: (count: number) => void): () => void;
/** Sends the draft of `key` as it stands: nobody will add to it. Offline it waits like any answer. */
export declare function releaseDraft(key: string): Promise<void>;
