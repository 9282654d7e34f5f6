// The two live regions. Polite words wait until it has been quiet for half a second, and only the last ones are said:
// "Nog € 8.000 over", not every step on the way. Assertive words are said at once.
export const POLITE_MS = 500;

export class Live {
  /** `polite`, `assertive`: elements; `later(fn, ms)` and `never(handle)` as setTimeout and clearTimeout. */
  constructor(polite, assertive, later = setTimeout, never = clearTimeout) {
    this.polite = polite;
    this.assertive = assertive;
    this.later = (fn, ms) => later(fn, ms);
    this.never = (handle) => never(handle);
    this.waiting = null;
  }

  say(words, assertive) {
    if (assertive) {
      this.#put(this.assertive, words);
      return;
    }
    if (this.waiting !== null) this.never(this.waiting);
    this.waiting = this.later(() => {
      this.waiting = null;
      this.#put(this.polite, words);
    }, POLITE_MS);
  }

  /** The same words twice must be heard twice: a no-break space at the end makes them differ. */
  #put(region, words) {
    region.textContent = region.textContent === words ? words + "\u00a0" : words;
  }
}
