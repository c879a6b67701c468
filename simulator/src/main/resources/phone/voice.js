import { oggOf } from '/phone/ogg.js';

const OGG = 'audio/ogg;codecs=opus';
const WEBM = 'audio/webm;codecs=opus';

/** Records a voice note as WhatsApp's phones do: Opus in Ogg. */
export class Recorder {
  #recorder;
  #stream;
  #pieces = [];

  static async begin() {
    const recorder = new Recorder();
    recorder.#stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const mimeType = MediaRecorder.isTypeSupported(OGG) ? OGG : WEBM;
    recorder.#recorder = new MediaRecorder(recorder.#stream, { mimeType });
    recorder.#recorder.addEventListener('dataavailable', ({ data }) => recorder.#pieces.push(data));
    recorder.#recorder.start();
    return recorder;
  }

  async end() {
    await new Promise((resolve) => {
      this.#recorder.addEventListener('stop', resolve);
      this.#recorder.stop();
    });
    this.#stream.getTracks().forEach((track) => track.stop());
    const recorded = await new Blob(this.#pieces).arrayBuffer();
    const bytes = this.#recorder.mimeType.startsWith('audio/ogg') ? recorded : oggOf(new Uint8Array(recorded));
    return new File([bytes], 'voice.ogg', { type: 'audio/ogg; codecs=opus' });
  }
}
