/** The part of the browser's Barcode Detection API that is used; browsers without it have no such name. */
interface CodeDetector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

const browser = globalThis as { readonly BarcodeDetector?: new () => CodeDetector };

/** True where the browser has a camera to ask for and reads codes by itself. */
export function canReadCodes(): boolean {
  // A page that is not secure has no mediaDevices.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  return browser.BarcodeDetector !== undefined && devices !== undefined;
}

/** The first code in a picture, whatever its kind; `undefined` when there is none. */
export async function readCode(picture: HTMLVideoElement): Promise<string | undefined> {
  if (browser.BarcodeDetector === undefined) return undefined;
  const [found] = await new browser.BarcodeDetector().detect(picture);
  return found?.rawValue;
}
