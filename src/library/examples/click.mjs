import { maskToRle, openEngine } from 'robustsam';

const engine = await openEngine();
const photo = await engine.encode('coffee.jpg');
const { mask, score } = await photo.decode({ points: [{ x: 360, y: 290 }] });
console.log(JSON.stringify({ score, ...maskToRle(mask) }));
await engine.close();
