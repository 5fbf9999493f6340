/** What can be taken by the device itself. */
export type RecordedKind = 'photo' | 'audio' | 'video';

/** What a question with that media type (`image/*`, `audio/*` …) can be answered with by recording; `undefined` for documents. */
export function recordedKind(mediaType: string): RecordedKind | undefined {
  const family = mediaType.split('/')[0] ?? '';
  return ({ image: 'photo', audio: 'audio', video: 'video' } as const)[family];
}

/** True where the browser records. A page that is not secure has neither camera nor microphone. */
export function canRecord(): boolean {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  return devices !== undefined && 'MediaRecorder' in globalThis;
}

/** What the recorder made, as a file with the ending of its kind. */
export function recordedFile(pieces: readonly Blob[], type: string): File {
  const [plain = ''] = type.split(';');
  const [family = '', format = ''] = plain.split('/');
  return new File([...pieces], `${family}.${format || 'bin'}`, { type: plain });
}

/** What the camera shows now, as a photo. */
export async function photoOf(video: HTMLVideoElement): Promise<File | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', 0.9),
  );
  return blob === null ? undefined : new File([blob], 'photo.jpg', { type: 'image/jpeg' });
}
