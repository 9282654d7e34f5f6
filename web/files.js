// Files in and out. The only doors by which data enters or leaves; each opens only on the user's own request.

/**
 * Lets the user choose a file, or with `multiple` several. Answers per file, in the user's order, one of: picked(name, bytes),
 * failed("too_large" | "unreadable", name); without a file cancelled(). Files above `maxBytes` together (0: no limit) are
 * refused before any is read, by the name of the first that does not fit. Bytes come as they are in the file.
 */
export function pickFile(doc, { accept, maxBytes, multiple = false }, { picked, cancelled, failed }) {
  doc.getElementById("pick")?.remove();
  const input = doc.createElement("input");
  input.type = "file";
  input.id = "pick";
  input.hidden = true;
  input.multiple = multiple;
  if (accept) input.accept = accept;
  input.addEventListener("cancel", () => {
    input.remove();
    cancelled();
  });
  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.remove();
    if (files.length === 0) return cancelled();
    let sum = 0;
    const tooMuch = maxBytes > 0 ? files.find((file) => (sum += file.size) > maxBytes) : undefined;
    if (tooMuch) return failed("too_large", tooMuch.name);
    for (const file of files) {
      try {
        picked(file.name, new Uint8Array(await file.arrayBuffer()));
      } catch {
        failed("unreadable", file.name);
      }
    }
  });
  doc.body.append(input);
  input.click();
}

function download(doc, blob, name) {
  const url = URL.createObjectURL(blob);
  const link = doc.createElement("a");
  link.href = url;
  link.download = name;
  link.hidden = true;
  doc.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/** Gives the user a file: by the share sheet on a phone that can share files, else as a download. */
export async function offerFile(win, { name, mime, bytes }, failed) {
  const blob = new Blob([bytes], { type: mime || "application/octet-stream" });
  try {
    const nav = win.navigator;
    const files = [new File([blob], name, { type: blob.type })];
    if (win.matchMedia("(pointer: coarse)").matches && nav.canShare?.({ files })) {
      try {
        return await nav.share({ files });
      } catch (e) {
        if (e.name === "AbortError") return;  // the user changed their mind
      }
    }
    download(win.document, blob, name);
  } catch {
    failed();
  }
}
