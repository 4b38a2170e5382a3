import pg from 'pg';
export async function createTestDatabase() {
  const base='postgresql://postgres:x@127.0.0.1:15499/';
  const name='t_'+Math.random().toString(36).slice(2);
  const c=new pg.Client(base+'postgres'); await c.connect(); await c.query(`create database ${name} template users_template`); await c.end();
  return { url: base+name, drop: async()=>{ const c=new pg.Client(base+'postgres'); await c.connect(); await c.query(`drop database ${name} with (force)`); await c.end(); } };
}
