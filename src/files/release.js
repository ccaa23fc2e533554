// Gives memory back at once, which otherwise stays until V8 next looks for what nobody uses: it does not see large buffers.
// Plain JavaScript, because the thread that opens PDFs does so as well.
import { MessageChannel } from 'node:worker_threads';

/** @param {ArrayBuffer} buffer which is empty afterwards */
export function release(buffer) {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.close();
  port1.postMessage(undefined, [buffer]);
}
