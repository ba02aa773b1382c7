import fs from 'fs';
import { startApp } from './lib/start-app.mjs';
import { measureAt, measureSeeded } from './cases/list.mjs';
const [db, rows] = [process.argv[2], Number(process.argv[3])];
const env = db==='sqlite' ? { DATABASE_FILENAME: `/tmp/list-${rows}.db` } : { DATABASE_CLIENT: db, DATABASE_HOST:'127.0.0.1', DATABASE_PORT: db==='mysql'?'3306':'5432', DATABASE_NAME: `api_access_benchlist_${rows}`, DATABASE_USERNAME: db==='mysql'?'root':'postgres', DATABASE_PASSWORD:'' };
const file=`/tmp/list-${db}-${rows}.seeded.json`;
if (fs.existsSync(file)) env.BENCH_SEEDED='1';
if (process.env.INSPECT) process.execArgv.push(process.env.INSPECT);
const app = await startApp({}, { env });
if (!fs.existsSync(file)) { console.time('seed'); const s=await app.ask('list',{count:rows}); console.timeEnd('seed'); fs.writeFileSync(file, JSON.stringify(s)); }
const seeded = JSON.parse(fs.readFileSync(file));
if (process.argv[4] !== 'seed') { const r = await measureSeeded(app, db, rows, seeded); fs.writeFileSync(`/tmp/res-${db}-${rows}.json`, JSON.stringify(r)); }
await app.stop();
