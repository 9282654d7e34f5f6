// What the core may call in the page: thin steps to Module.bridge (web/bridge.js). Linked with --js-library, so that no
// code is made from text at run time (the page's policy forbids eval).
addToLibrary({
  sk_js_start: () => Module["bridge"].start(Module),
  sk_js_ops: (at, size) => Module["bridge"].ops(HEAPU8.subarray(at, at + size)),
  sk_js_effect: (kind, a, alen, b, blen, c, clen, n0, n1) => {
    const part = (at, size) => HEAPU8.subarray(at, at + size);
    Module["bridge"].effect(kind, part(a, alen), part(b, blen), part(c, clen), n0, n1);
  },
  sk_js_request_frame: () => Module["bridge"].requestFrame(),
  sk_js_frame_done: (drawn) => Module["bridge"].frameDone(drawn !== 0),
  sk_js_wake_in: (ms) => Module["bridge"].wakeIn(ms),
  sk_js_clock_offset: () => Module["bridge"].clockOffset(),
  sk_js_has_webgl2: () => (Module["bridge"].hasWebGl2() ? 1 : 0),
  sk_js_count_progress: (done, total) => Module["counter"].progress(done, total),
  sk_js_count_done: (at, size) => Module["counter"].done(HEAPU8.slice(at, at + size)),
  sk_js_gl_missing: () => Module["bridge"].glMissing(),
});
