// Starts the app: fetches and compiles the core while the other modules load, and says so in words when that fails.

const stats = { frames: 0, runs: 0, firstFrame: 0 };
globalThis.stoepkrijt = stats;  // for tests: no frame is drawn when nothing changes

function broken(error) {
  console.error(error);
  const root = document.documentElement;
  root.classList.remove("loading");
  root.classList.add("broken");
  document.getElementById("wait")?.remove();
  document.getElementById("broken").hidden = false;
}

/** Compiles while it arrives; servers that give wasm another type get the slower way. */
async function compile(url, imports) {
  const response = await fetch(url);
  if (!response.ok) throw new Error("the core did not arrive: " + response.status);
  if ((response.headers.get("content-type") ?? "").startsWith("application/wasm")) {
    return WebAssembly.instantiateStreaming(response, imports);
  }
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

async function serviceWorker(bridge) {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  try {
    const registration = await navigator.serviceWorker.register("./sw.js");
    const tell = (worker) => worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && navigator.serviceWorker.controller) bridge.updateWaiting();
    });
    if (registration.waiting && navigator.serviceWorker.controller) bridge.updateWaiting();
    tell(registration.installing);
    registration.addEventListener("updatefound", () => tell(registration.installing));
  } catch (error) {
    console.warn("no offline use:", error);  // everything else works
  }
}

async function boot() {
  const [{ default: createStoepkrijt }, { Bridge }] = await Promise.all([
    import("./stoepkrijt.js"),
    import("./bridge.js"),
  ]);
  const bridge = new Bridge(window, stats);
  stats.busy = () => bridge.busy();
  let failed;
  const failure = new Promise((_, reject) => (failed = reject));
  const running = createStoepkrijt({
    bridge,
    canvas: document.getElementById("canvas"),
    onAbort: (what) => broken(what),
    instantiateWasm: (imports, done) => {
      compile(new URL("./stoepkrijt.wasm", import.meta.url), imports).then(
        ({ instance, module }) => {
          bridge.compiled = module;
          const memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
          Object.defineProperty(stats, "memory", { value: memory });
          done(instance, module);
        }, failed);
      return {};
    },
  });
  await Promise.race([running, failure]);
  await serviceWorker(bridge);
}

boot().catch(broken);
