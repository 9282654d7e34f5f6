// Reading aloud, with voices of the device itself only: a voice that is not `localService` would send the words away.

/** Pieces of at most `most` characters, cut after sentences, else after words: browsers stop in long texts. */
export function pieces(words, most = 180) {
  const out = [];
  let piece = "";
  for (const sentence of words.match(/[^.!?\n]+[.!?]*\s*|\S+/g) ?? []) {
    for (const part of sentence.length > most ? sentence.match(/\S+\s*/g) : [sentence]) {
      if (piece && (piece + part).length > most) {
        out.push(piece.trim());
        piece = "";
      }
      piece += part;
    }
  }
  if (piece.trim()) out.push(piece.trim());
  return out;
}

/** The best local voice for a language: the same region, else the same language; null when there is none. */
export function localVoice(voices, lang) {
  const norm = (l) => l.toLowerCase().replace("_", "-");
  const wanted = norm(lang);
  const local = voices.filter((v) => v.localService && norm(v.lang).split("-")[0] === wanted.split("-")[0]);
  return local.find((v) => norm(v.lang) === wanted) ?? local.find((v) => v.default) ?? local[0] ?? null;
}

export class Speech {
  constructor(win, changed, failed) {
    this.win = win;
    this.synth = win.speechSynthesis;
    this.changed = changed;
    this.failed = failed;
    this.turn = 0;
  }

  /** Voices may arrive late: waits for them, one second at most. */
  async #voice(lang) {
    const found = localVoice(this.synth.getVoices(), lang);
    if (found || this.synth.getVoices().length > 0) return found;
    await new Promise((resolve) => {
      this.synth.addEventListener("voiceschanged", resolve, { once: true });
      this.win.setTimeout(resolve, 1000);
    });
    return localVoice(this.synth.getVoices(), lang);
  }

  async say(words, lang) {
    const turn = ++this.turn;
    this.synth?.cancel();
    if (!words) return this.changed(false);
    const voice = this.synth ? await this.#voice(lang) : null;
    if (turn !== this.turn) return;  // stopped or overtaken meanwhile
    if (!voice) return this.failed();
    const list = pieces(words);
    list.forEach((piece, i) => {
      const u = new this.win.SpeechSynthesisUtterance(piece);
      u.voice = voice;
      u.lang = voice.lang;
      u.onend = u.onerror = () => {
        if (turn === this.turn && i === list.length - 1) this.changed(false);
      };
      this.synth.speak(u);
    });
    this.changed(true);
  }
}
