// From a picture of the camera to the text of the QR code in it: by the browser's own BarcodeDetector where it knows QR, else
// by jsQR in a worker. Pictures stay in the page: they are looked at and forgotten.

const WIDEST = 640;  // pixels: enough for a code that fills half of the picture, and quick

async function ownDetector(win) {
  try {
    const formats = await win.BarcodeDetector.getSupportedFormats();
    return formats.includes("qr_code") ? new win.BarcodeDetector({ formats: ["qr_code"] }) : null;
  } catch {
    return null;  // there is none
  }
}

export class Reader {
  constructor(win) {
    this.win = win;
    this.worker = null;
    this.canvas = null;
    this.detector = ownDetector(win);
  }

  /** The text of a code in what the video shows now, or null. */
  async read(video) {
    const detector = await this.detector;
    if (detector) return (await detector.detect(video))[0]?.rawValue || null;
    const { pixels, width, height } = this.#picture(video);
    this.worker ??= new this.win.Worker(new URL("./scan_worker.js", import.meta.url), { type: "module" });
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => resolve(data);
      this.worker.onerror = this.worker.onmessageerror = () => reject(new Error("the reader of codes does not start"));
      this.worker.postMessage({ pixels, width, height }, [pixels]);
    });
  }

  #picture(video) {
    const scale = Math.min(1, WIDEST / video.videoWidth);
    const width = Math.round(video.videoWidth * scale);
    const height = Math.round(video.videoHeight * scale);
    this.canvas ??= this.win.document.createElement("canvas");
    if (this.canvas.width !== width || this.canvas.height !== height) Object.assign(this.canvas, { width, height });
    const g = this.canvas.getContext("2d", { willReadFrequently: true });
    g.drawImage(video, 0, 0, width, height);
    return { pixels: g.getImageData(0, 0, width, height).data.buffer, width, height };
  }

  end() {
    this.worker?.terminate();
    this.worker = null;
  }
}
