import { type AdjustedView, BILATERAL, LEAST_TRANSMISSION, LUMA } from '../../adjust/apply.ts';
import { TILES } from '../../adjust/clahe.ts';
import type { PhotoMaps } from '../../adjust/maps.ts';
import { LEVELS, toneTable } from '../../adjust/tone.ts';

/** Adjusts pictures on the GPU. */
export interface Adjuster {
  /** A canvas with the adjusted picture, until the next call. */
  adjust(picture: HTMLCanvasElement, view: AdjustedView): HTMLCanvasElement;
  isLost(): boolean;
  end(): void;
}

const VERTEX = `#version 300 es
void main() {
  // One triangle that covers all.
  vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  gl_Position = vec4(corner, 0.0, 1.0);
}`;

/** Step by step as adjustPixels does it (adjust/apply.ts). */
const FRAGMENT = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
uniform sampler2D picture, tone, clahe, haze;
uniform vec2 origin, per;
uniform vec3 air;
uniform float localShare, dehazeShare, denoise, saturation;
uniform bool inverts;
uniform int spacing;
out vec4 color;

float lumaOf(vec3 c) { return dot(c, vec3(${LUMA.join(', ')})); }

vec3 denoised(ivec2 at, ivec2 size) {
  float middle = lumaOf(texelFetch(picture, at, 0).rgb);
  float range = 2.0 * pow(${BILATERAL.range} * denoise, 2.0);
  vec4 sum = vec4(0.0);
  for (int dy = -${BILATERAL.radius}; dy <= ${BILATERAL.radius}; dy++) {
    for (int dx = -${BILATERAL.radius}; dx <= ${BILATERAL.radius}; dx++) {
      vec4 near = texelFetch(picture, clamp(at + ivec2(dx, dy) * spacing, ivec2(0), size - 1), 0);
      if (near.a == 0.0) continue;
      float difference = lumaOf(near.rgb) - middle;
      float weight = exp(-float(dx * dx + dy * dy) / ${(2 * BILATERAL.sigma ** 2).toFixed(4)} - difference * difference / range);
      sum += vec4(near.rgb, 1.0) * weight;
    }
  }
  return sum.rgb / sum.a;
}

float hazeAt(vec2 uv) {
  ivec2 size = textureSize(haze, 0);
  vec2 at = clamp(uv * vec2(size) - 0.5, vec2(0.0), vec2(size - 1));
  ivec2 low = ivec2(floor(at));
  ivec2 high = min(low + 1, size - 1);
  float top = mix(texelFetch(haze, low, 0).r, texelFetch(haze, ivec2(high.x, low.y), 0).r, at.x - float(low.x));
  float bottom = mix(texelFetch(haze, ivec2(low.x, high.y), 0).r, texelFetch(haze, high, 0).r, at.x - float(low.x));
  return mix(top, bottom, at.y - float(low.y));
}

float entry(sampler2D table, int row, float at) {
  float place = clamp(at, 0.0, 1.0) * ${LEVELS - 1}.0;
  int below = int(floor(place));
  float low = texelFetch(table, ivec2(below, row), 0).r;
  float high = texelFetch(table, ivec2(min(below + 1, ${LEVELS - 1}), row), 0).r;
  return mix(low, high, place - float(below));
}

float equalised(float luma, vec2 uv) {
  vec2 at = clamp(uv * ${TILES}.0 - 0.5, vec2(0.0), vec2(${TILES - 1}.0));
  ivec2 low = ivec2(floor(at));
  ivec2 high = min(low + 1, ivec2(${TILES - 1}));
  float top = mix(entry(clahe, low.y * ${TILES} + low.x, luma), entry(clahe, low.y * ${TILES} + high.x, luma), at.x - float(low.x));
  float bottom = mix(entry(clahe, high.y * ${TILES} + low.x, luma), entry(clahe, high.y * ${TILES} + high.x, luma), at.x - float(low.x));
  return mix(top, bottom, at.y - float(low.y));
}

void main() {
  ivec2 size = textureSize(picture, 0);
  ivec2 at = ivec2(int(gl_FragCoord.x), size.y - 1 - int(gl_FragCoord.y));
  vec4 source = texelFetch(picture, at, 0);
  if (source.a == 0.0) { color = vec4(0.0); return; }
  vec2 uv = clamp(origin + (vec2(at) + 0.5) * per, 0.0, 1.0);
  vec3 c = denoise > 0.0 ? denoised(at, size) : source.rgb;
  float luma = lumaOf(c);
  if (dehazeShare > 0.0) {
    float through = max(1.0 - dehazeShare * (1.0 - hazeAt(uv)), ${LEAST_TRANSMISSION});
    c = clamp((c - air) / through + air, 0.0, 1.0);
  }
  if (localShare > 0.0) c = clamp(c + localShare * (equalised(luma, uv) - luma), 0.0, 1.0);
  c = vec3(entry(tone, 0, c.r), entry(tone, 0, c.g), entry(tone, 0, c.b));
  float grey = lumaOf(c);
  c = clamp(grey + (c - grey) * saturation, 0.0, 1.0);
  color = vec4(inverts ? 1.0 - c : c, source.a) * vec4(vec3(source.a), 1.0);
}`;

const TEXTURES = ['picture', 'tone', 'clahe', 'haze'] as const;
type Texture = (typeof TEXTURES)[number];

/** Null where there is no WebGL2. */
export function createAdjuster(): Adjuster | null {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false, alpha: true });
  const program = gl && linked(gl);
  if (!gl || !program) return null;
  // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's, not React's.
  gl.useProgram(program);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE);
  for (const [unit, name] of TEXTURES.entries()) prepare(gl, program, unit, name);
  const at = (name: string) => gl.getUniformLocation(program, name);
  let loaded: PhotoMaps | null = null;

  function use(name: Texture): void {
    gl?.activeTexture(gl.TEXTURE0 + TEXTURES.indexOf(name));
  }

  return {
    adjust(picture, { adjustments, maps, place }) {
      const { width, height } = picture;
      if (canvas.width !== width || canvas.height !== height)
        Object.assign(canvas, { width, height });
      gl.viewport(0, 0, width, height);
      use('picture');
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, picture);
      use('tone');
      const table = toneTable(adjustments);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32F, LEVELS, 1, 0, gl.RED, gl.FLOAT, table);
      if (loaded !== maps) {
        loaded = maps;
        use('clahe');
        loadBytes(gl, { width: LEVELS, height: TILES * TILES }, maps.clahe);
        use('haze');
        loadBytes(gl, maps.haze.size, maps.haze.transmission);
      }
      gl.uniform2f(at('origin'), place.left, place.top);
      gl.uniform2f(at('per'), place.across, place.down);
      gl.uniform3f(at('air'), ...maps.haze.air);
      gl.uniform1f(at('localShare'), adjustments.local);
      gl.uniform1f(at('dehazeShare'), adjustments.dehaze);
      gl.uniform1f(at('denoise'), adjustments.denoise);
      gl.uniform1f(at('saturation'), adjustments.saturation);
      gl.uniform1i(at('inverts'), adjustments.inverts ? 1 : 0);
      gl.uniform1i(at('spacing'), place.step);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
      return canvas;
    },
    isLost: () => gl.isContextLost(),
    end: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
  };
}

function loadBytes(
  gl: WebGL2RenderingContext,
  { width, height }: { readonly width: number; readonly height: number },
  bytes: Uint8Array,
): void {
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, width, height, 0, gl.RED, gl.UNSIGNED_BYTE, bytes);
}

/** Read by texel only: floats need no filtering, and sizes no powers of two. */
function prepare(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  unit: number,
  name: Texture,
): void {
  gl.activeTexture(gl.TEXTURE0 + unit);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  gl.uniform1i(gl.getUniformLocation(program, name), unit);
}

function linked(gl: WebGL2RenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}
