namespace AssistPortal.BrowserTests.Browsing;

/// <summary>
/// A visitor with a keyboard only. Wherever the Tab key stops, focus must be seen and not be covered.
/// </summary>
internal sealed class KeyboardUser(Visitor visitor)
{
    private const int MostStops = 250;

    /// <summary>What is wrong with the focus, or nothing.</summary>
    private const string Problem =
        """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) { return ''; }
          const name = e.outerHTML.slice(0, 110);
          const box = e.getBoundingClientRect();
          if (box.width < 2 || box.height < 2) { return `focus on something that is not seen: ${name}`; }
          if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) {
            return `focus outside the window: ${name}`;
          }
          const style = getComputedStyle(e);
          // The button inside a date or time field has the browser's own ring, which no page can see.
          const inside = e.matches('input:is([type=date], [type=time], [type=datetime-local])')
              && !e.matches(':focus-visible');
          const ring = inside
              || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
              || style.boxShadow !== 'none';
          if (!ring) { return `focus has no ring: ${name}`; }
          const at = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].map(([x, y]) =>
            document.elementFromPoint(
              Math.min(innerWidth - 1, Math.max(0, box.left + box.width * x)),
              Math.min(innerHeight - 1, Math.max(0, box.top + box.height * y))));
          return at.some(top => top && (e.contains(top)
              || top.contains(e) && getComputedStyle(top).position !== 'fixed'))
            ? '' : `focus is covered by ${at[0]?.outerHTML.slice(0, 80)}: ${name}`;
        }
        """;

    public async Task TabAsync()
    {
        await visitor.Page.Keyboard.PressAsync("Tab");
        await AssertFocusShowsAsync();
    }

    public async Task AssertFocusShowsAsync()
    {
        var problem = await visitor.Page.EvaluateAsync<string>(Problem);
        Assert.True(problem.Length == 0, problem);
    }

    /// <summary>Presses Tab until that element has the focus.</summary>
    public async Task TabToAsync(string selector)
    {
        var target = visitor.At(selector);
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await target.EvaluateAllAsync<bool>("all => all.some(e => e === document.activeElement)"))
            {
                return;
            }

            await TabAsync();
        }

        Assert.Fail($"The Tab key does not reach {selector}.");
    }

    /// <summary>To a field, and types into it.</summary>
    public async Task TypeAsync(string selector, string text)
    {
        await TabToAsync(selector);
        await visitor.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses Enter where it leads to another page.</summary>
    public Task PressEnterAsync() => visitor.ArriveAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));

    /// <summary>Once around the page, from its first stop to its last.</summary>
    public async Task TabThroughAsync()
    {
        await visitor.Page.EvaluateAsync("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
        for (var stop = 0; stop < MostStops; stop++)
        {
            await TabAsync();
            if (await visitor.Page.EvaluateAsync<bool>("() => document.activeElement === document.body"))
            {
                return;
            }
        }

        Assert.Fail("The Tab key does not come to an end.");
    }
}
