const CONTAINERS = new Set([0x18538067, 0x1f43b675, 0x1654ae6b, 0xae, 0xa0]);
const CODEC_PRIVATE = 0x63a2;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;
const SAMPLES_PER_MS = 48;
const FRAME_MS = [10, 20, 40, 60, 10, 20, 40, 60, 10, 20, 40, 60, 10, 20, 10, 20, 2.5, 5, 10, 20, 2.5, 5, 10, 20, 2.5, 5, 10, 20, 2.5, 5, 10, 20];

/** The Opus packets of a WebM recording, put into Ogg: browsers record the one, WhatsApp knows the other. */
export function oggOf(webm) {
  const { head, packets } = unpack(webm);
  const pages = [page(head, 0, 0, 2), page(tags(), 0, 1, 0)];
  let samples = 0;
  packets.forEach((packet, index) => {
    samples += duration(packet);
    pages.push(page(packet, samples, index + 2, index === packets.length - 1 ? 4 : 0));
  });
  return join(pages);
}

function unpack(bytes) {
  const packets = [];
  let head = new Uint8Array();
  for (let at = 0; at < bytes.length;) {
    const [id, afterId] = number(bytes, at, false);
    const [size, afterSize] = number(bytes, afterId, true);
    const content = bytes.subarray(afterSize, afterSize + size);
    if (id === CODEC_PRIVATE) {
      head = content;
    } else if (id === SIMPLE_BLOCK || id === BLOCK) {
      packets.push(content.subarray(4));
    }
    at = CONTAINERS.has(id) ? afterSize : afterSize + size;
  }
  return { head, packets };
}

/** One of EBML's numbers: leading zeros of its first byte tell its length, which sizes do not keep. */
function number(bytes, at, isSize) {
  const length = Math.clz32(bytes[at]) - 23;
  let value = isSize ? bytes[at] & (0xff >> length) : bytes[at];
  for (let i = 1; i < length; i += 1) {
    value = value * 256 + bytes[at + i];
  }
  return [value, at + length];
}

function duration(packet) {
  const frames = [1, 2, 2, packet[1] & 0x3f][packet[0] & 3];
  return FRAME_MS[packet[0] >> 3] * frames * SAMPLES_PER_MS;
}

function tags() {
  const vendor = new TextEncoder().encode('simulated');
  const made = new Uint8Array(8 + 4 + vendor.length + 4);
  made.set(new TextEncoder().encode('OpusTags'));
  made[8] = vendor.length;
  made.set(vendor, 12);
  return made;
}

function page(packet, samples, sequence, flags) {
  const lacing = [...new Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255];
  const made = new Uint8Array(27 + lacing.length + packet.length);
  const view = new DataView(made.buffer);
  made.set(new TextEncoder().encode('OggS'));
  made[5] = flags;
  view.setBigUint64(6, BigInt(samples), true);
  view.setUint32(14, 1, true);
  view.setUint32(18, sequence, true);
  made[26] = lacing.length;
  made.set(lacing, 27);
  made.set(packet, 27 + lacing.length);
  view.setUint32(22, checksum(made), true);
  return made;
}

function checksum(bytes) {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
    }
  }
  return sum >>> 0;
}

function join(pages) {
  const all = new Uint8Array(pages.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of pages) {
    all.set(one, at);
    at += one.length;
  }
  return all;
}
