// Counts beside the page: a worker with its own instance of the core, bytes in and bytes out. The page stays free to
// scroll, to answer and to stop the count. The compiled core is handed over, so nothing is fetched or compiled twice.

export class Counter {
  /** `compiled`: the page's WebAssembly.Module. Answers by ticket: progress(ticket, done, total), done(ticket, bytes), failed(ticket). */
  constructor(win, compiled, answers) {
    this.win = win;
    this.compiled = compiled;
    this.answers = answers;
    this.worker = null;
  }

  start(ticket, job) {
    this.stop();
    try {
      this.worker = new this.win.Worker(new URL("./count_worker.js", import.meta.url), { type: "module" });
    } catch {
      return this.answers.failed(ticket);
    }
    const worker = this.worker;
    const ours = () => this.worker === worker;
    worker.onmessage = ({ data }) => {
      if (!ours()) return;
      if (data.kind === "progress") return this.answers.progress(ticket, data.done, data.total);
      this.stop();
      if (data.kind === "done") return this.answers.done(ticket, data.bytes);
      this.answers.failed(ticket);
    };
    worker.onerror = worker.onmessageerror = () => {
      if (!ours()) return;
      this.stop();
      this.answers.failed(ticket);
    };
    worker.postMessage({ compiled: this.compiled, job }, [job.buffer]);
  }

  /** At once, also in the middle of a run: the worker ends with all that it holds. */
  stop() {
    this.worker?.terminate();
    this.worker = null;
  }
}
