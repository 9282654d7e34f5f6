// The worker that counts: makes its own instance of the core, without a window, and lets it count once.
import createStoepkrijt from "./stoepkrijt.js";

const PROGRESS_EVERY_MS = 100;

async function count({ compiled, job }) {
  let last = 0;
  const core = await createStoepkrijt({
    noInitialRun: true,
    counter: {
      progress(done, total) {
        const now = performance.now();
        if (now - last < PROGRESS_EVERY_MS) return;
        last = now;
        postMessage({ kind: "progress", done, total });
      },
      done: (bytes) => postMessage({ kind: "done", bytes }, [bytes.buffer]),
    },
    onAbort: () => postMessage({ kind: "failed" }),
    instantiateWasm: (imports, done) => {
      WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled),
                                                      () => postMessage({ kind: "failed" }));
      return {};
    },
  });
  const at = core._malloc(job.length);
  core.HEAPU8.set(job, at);
  core._sk_count(at, job.length);
  core._free(at);
}

onmessage = ({ data }) => {
  count(data).catch((error) => {
    console.error(error);
    postMessage({ kind: "failed" });
  });
};
