// Reads QR codes beside the page: pictures in, the text of a code (or null) out. jsQR is a script of the old kind, which
// puts its function on the worker itself.
import "./jsqr.js";

onmessage = ({ data: { pixels, width, height } }) => {
  // Our codes are dark on light: to try the opposite too would take twice the time.
  const code = self.jsQR(new Uint8ClampedArray(pixels), width, height, { inversionAttempts: "dontInvert" });
  postMessage(code?.data || null);
};
