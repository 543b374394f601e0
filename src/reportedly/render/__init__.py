"""Records made readable: a page for the terminal, a page for the browser.

    render_terminal(reading)    reportedly.render.terminal
    render_html(readings)       reportedly.render.page

The room itself imports nothing, so that whoever needs one page does not load the other's library.
"""
