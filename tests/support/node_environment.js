// Linked into the WebAssembly tests: Emscripten gives a program an environment of its own, and GoogleTest reads from it
// which part of the tests to run (tools/run_suite.py --shards).
Module["preRun"] = () => {
  for (const [name, value] of Object.entries(process.env)) {
    if (name.startsWith("GTEST_") || name.startsWith("STOEPKRIJT_")) ENV[name] = value;
  }
};
