"""Sets papers on A4 pages, and writes them as PDF."""
