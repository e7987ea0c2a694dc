/** Arms every trigger in `list`; `fire` is told its name. Returns what disarms them. A part that is none warns. */
export declare function armAll(list: string, fire: (name: string) => void): () => void;
