import type { ShapedText, ShapeOptions } from "./font-face.ts";

/**
 * HarfBuzz (harfbuzz.wasm of the package harfbuzzjs) with nothing between: text goes in as UTF-16, glyphs come out as typed
 * arrays. Compiled on first use and synchronously, which takes about 3 ms; the asynchronous way takes ten times that.
 */
export type Shaper = {
  /** Opens a font file; the shaper keeps a copy of it. */
  readonly open: (bytes: Uint8Array) => ShaperFont;
};

export type ShaperFont = (text: string, options: ShapeOptions) => ShapedText;

/** The part of the WebAssembly interface that is used; TypeScript knows it only with the library of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

type Memory = { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };

type Exports = Readonly<Record<string, (...numbers: number[]) => number>> & {
  readonly memory: Memory;
};

type Engine = {
  readonly call: (name: string, ...numbers: number[]) => number;
  readonly memory: () => ArrayBuffer;
  /** Copies bytes in; the address is never freed. */
  readonly keep: (bytes: Uint8Array) => number;
};

/** hb_buffer_set_cluster_level: marks keep their own cluster. */
const clusterPerCharacter = 1;
/** hb_buffer_flags_t: characters that print nothing (joiners, marks of direction) leave no glyph. */
const removeIgnorable = 8;
const leftToRight = 4;
const rightToLeft = 5;

/** `wasm`: the bytes of harfbuzz.wasm, or what reads them; not asked before the first text is shaped. */
export function openShaper(wasm: Uint8Array | (() => Uint8Array)): Shaper {
  let engine: Engine | undefined;
  return {
    open: (bytes) => {
      let font: ShaperFont | undefined;
      return (text, options) => {
        engine ??= start(typeof wasm === "function" ? wasm() : wasm);
        font ??= openFont(engine, bytes);
        return font(text, options);
      };
    },
  };
}

function start(wasm: Uint8Array): Engine {
  const imports = {
    wasi_snapshot_preview1: { proc_exit: fail },
    env: {
      _emscripten_runtime_keepalive_clear: () => undefined,
      _abort_js: fail,
      _setitimer_js: () => 0,
      emscripten_resize_heap: (size: number) => grow(exports.memory, size >>> 0),
    },
  };
  const module = new WebAssembly.Module(wasm);
  const exports = new WebAssembly.Instance(module, imports).exports as Exports;
  exports["__wasm_call_ctors"]?.();
  const call = (name: string, ...numbers: number[]): number => {
    const exported = exports[name];
    if (exported === undefined) throw new Error(`Bug: HarfBuzz has no function "${name}".`);
    return exported(...numbers);
  };
  const memory = () => exports.memory.buffer;
  const keep = (bytes: Uint8Array): number => {
    const address = call("malloc", bytes.byteLength);
    if (address === 0) throw new Error("There is not enough memory to open a font.");
    new Uint8Array(memory()).set(bytes, address);
    return address;
  };
  return { call, memory, keep };
}

function fail(): never {
  throw new Error("HarfBuzz gave up: a font is broken or memory has run out.");
}

function grow(memory: Memory, size: number): number {
  try {
    memory.grow(Math.ceil((size - memory.buffer.byteLength) / 65536));
    return 1;
  } catch {
    return 0;
  }
}

function openFont(engine: Engine, bytes: Uint8Array): ShaperFont {
  const { call, memory } = engine;
  // 2 is HB_MEMORY_MODE_WRITABLE: the copy is HarfBuzz's own.
  const blob = call("hb_blob_create", engine.keep(bytes), bytes.byteLength, 2, 0, 0);
  const font = call("hb_font_create", call("hb_face_create", blob, 0));
  const buffer = call("hb_buffer_create");
  call("hb_buffer_set_cluster_level", buffer, clusterPerCharacter);
  call("hb_buffer_set_flags", buffer, removeIgnorable);
  const languages = new Map<string, number>();
  const scripts = new Map<string, number>();
  const features = new Map<string, readonly [number, number]>();
  let room = 0;
  let space = 0;
  return (text, options) => {
    if (text.length > room) {
      if (space !== 0) call("free", space);
      room = Math.max(2048, text.length * 2);
      space = call("malloc", room * 2);
    }
    const units = new Uint16Array(memory(), space, text.length);
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
    call("hb_buffer_clear_contents", buffer);
    call("hb_buffer_add_utf16", buffer, space, text.length, 0, text.length);
    call("hb_buffer_set_direction", buffer, options.rightToLeft ? rightToLeft : leftToRight);
    call(
      "hb_buffer_set_script",
      buffer,
      named(engine, "hb_script_from_string", scripts, options.script),
    );
    call(
      "hb_buffer_set_language",
      buffer,
      named(engine, "hb_language_from_string", languages, options.language),
    );
    const [list, count] = featureList(engine, features, options.features);
    call("hb_shape", font, buffer, list, count);
    return result(engine, buffer);
  };
}

/** HarfBuzz's own value for a script or language. */
function named(engine: Engine, maker: string, cache: Map<string, number>, name: string): number {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const value = engine.call(maker, engine.keep(ascii(`${name}\0`)), -1);
  cache.set(name, value);
  return value;
}

/** Address and length of an array of hb_feature_t: tag, value, start, end. */
function featureList(
  engine: Engine,
  cache: Map<string, readonly [number, number]>,
  features: Readonly<Record<string, number>> | undefined,
): readonly [number, number] {
  if (features === undefined) return [0, 0];
  const names = Object.keys(features).sort();
  const key = names.map((name) => `${name}=${features[name]}`).join();
  const known = cache.get(key);
  if (known !== undefined) return known;
  const bytes = new Uint8Array(16 * names.length);
  const view = new DataView(bytes.buffer);
  names.forEach((name, i) => {
    const tag = ascii(name.padEnd(4).slice(0, 4));
    view.setUint32(16 * i, new DataView(tag.buffer).getUint32(0), true);
    view.setUint32(16 * i + 4, features[name] ?? 0, true);
    view.setUint32(16 * i + 12, 0xffffffff, true);
  });
  const made = [engine.keep(bytes), names.length] as const;
  cache.set(key, made);
  return made;
}

/** hb_glyph_info_t and hb_glyph_position_t are five 32-bit fields each. */
function result(engine: Engine, buffer: number): ShapedText {
  const count = engine.call("hb_buffer_get_length", buffer);
  let info = engine.call("hb_buffer_get_glyph_infos", buffer, 0) >> 2;
  let position = engine.call("hb_buffer_get_glyph_positions", buffer, 0) >> 2;
  const fields = new Int32Array(engine.memory());
  const glyphs = new Uint16Array(count);
  const advances = new Float32Array(count);
  const shiftX = new Float32Array(count);
  const shiftY = new Float32Array(count);
  const clusters = new Uint32Array(count);
  for (let i = 0; i < count; i++, info += 5, position += 5) {
    glyphs[i] = fields[info] as number;
    clusters[i] = fields[info + 2] as number;
    advances[i] = fields[position] as number;
    shiftX[i] = fields[position + 2] as number;
    shiftY[i] = fields[position + 3] as number;
  }
  return { count, glyphs, advances, shiftX, shiftY, clusters };
}

function ascii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) & 0x7f;
  return bytes;
}
