import { chromium } from 'playwright-core'
const [,, base, out, ...specs] = process.argv
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update','--disable-sync','--no-first-run'] })
for (const spec of specs) { const [name, path, lang='en', width='1280', ...acts] = spec.split('|')
 const page = await (await browser.newContext({ viewport: { width: +width, height: 900 }, locale: lang })).newPage()
 page.on('console', m => { if (m.type()==='error') console.log(name, 'console', m.text().slice(0,300)) }); page.on('pageerror', e => console.log(name, 'error', String(e).slice(0,300)))
 await page.addInitScript((l) => localStorage.setItem('language', l), lang)
 await page.goto(base + path); await page.waitForTimeout(2500)
 for (const a of acts) { const [role, n] = a.split('='); if (role==='wait') await page.waitForTimeout(+n); else await page.getByRole(role, { name: n }).first().click().catch(e => console.log(name, String(e).slice(0,200))); await page.waitForTimeout(800) }
 await page.screenshot({ path: `${out}/${name}.png`, fullPage: true }) }
await browser.close()
