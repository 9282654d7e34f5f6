// Files in and out. The only doors by which data enters or leaves; each opens only on the user's own request.

/**
 * Lets the user choose one file. Answers one of: picked(name, bytes), cancelled(), failed("too_large" | "unreadable", name).
 * A file above `maxBytes` (0: no limit) is refused before it is read. Bytes come as they are in the file.
 */
export function pickFile(doc, { accept, maxBytes }, { picked, cancelled, failed }) {
  doc.getElementById("pick")?.remove();
  const input = doc.createElement("input");
  input.type = "file";
  input.id = "pick";
  input.hidden = true;
  if (accept) input.accept = accept;
  input.addEventListener("cancel", () => {
    input.remove();
    cancelled();
  });
  input.addEventListener("change", async () => {
    const file = input.files[0];
    input.remove();
    if (!file) return cancelled();
    if (maxBytes > 0 && file.size > maxBytes) return failed("too_large", file.name);
    try {
      picked(file.name, new Uint8Array(await file.arrayBuffer()));
    } catch {
      failed("unreadable", file.name);
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
