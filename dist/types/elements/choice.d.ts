/** A chip, or an entry of a list: the value on the wire and the words on it. */
export interface Choice {
    value: string;
    label: string;
}
