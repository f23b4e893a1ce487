"""Makes every learnt file of the package from the corpora; no part of the package itself."""
