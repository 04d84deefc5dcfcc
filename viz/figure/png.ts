import type { SvgSize } from "./figureSvg.ts";

/**
 * A drawing as a PNG picture, `scale` times as fine as its size. It goes through a data URL, which a content-security policy
 * with `img-src data:` allows; the drawing's own ground makes the picture opaque.
 *
 * @throws an Error when the browser cannot read the drawing or has no memory for the picture.
 */
export async function svgToPng(svg: string, { width, height }: SvgSize, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser gives no canvas to draw on");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))),
      "image/png",
    );
  });
}
