// For page.evaluate: starts the bridge of `url` in this page with a core that only writes down what it is told, as
// [kind, a, b, n0, n1, n2, n3]. Leaves `bridge`, `text(words)` (bytes), and `answer(kind)`: waits for one of that kind, gives
// all of it and forgets everything heard.
export async function fakeCore(url) {
  const { Bridge } = await import(url);
  const memory = new Uint8Array(1 << 16);
  let top = 8;
  const heard = [];
  const words = (at, size) => new TextDecoder().decode(memory.slice(at, at + size));
  globalThis.text = (s) => new TextEncoder().encode(s);
  globalThis.bridge = new Bridge(window, { frames: 0, runs: 0 });
  globalThis.answer = async (kind) => {
    for (let i = 0; i < 500 && !heard.some((a) => a[0] === kind); i++) await new Promise((done) => setTimeout(done, 10));
    return heard.splice(0).filter((a) => a[0] === kind);
  };
  globalThis.bridge.start({
    HEAPU8: memory, _malloc: (size) => (top += size) - size, _free() {},
    _sk_resized() {}, _sk_wheel() {}, _sk_text_version() {}, _sk_sem_event() {}, _sk_frame() {},
    _sk_answer: (kind, a, alen, b, blen, ...n) => heard.push([kind, words(a, alen), words(b, blen), ...n]),
  });
}

/** A page without the app that has what the bridge looks for. */
export const SHELL = '<!doctype html><html lang="nl"><title>Leeg</title><div id="stage"><canvas id="canvas"></canvas></div>' +
  '<main id="mirror"></main><div id="polite"></div><div id="assertive"></div><div id="probe"></div><div id="no-webgl"></div>';
