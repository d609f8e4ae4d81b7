using AssistPortal.BrowserTests.Browsing;

namespace AssistPortal.BrowserTests.Pages;

/// <summary>Texts that are alike are judged once for a page: one that is not like its neighbours is found.</summary>
public sealed class ContrastTests(PortalFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("row.style.color = '#bbb'")]
    [InlineData("row.parentElement.style.opacity = '0.4'")]
    [InlineData("row.style.backgroundColor = '#777'")]
    public Task A_pale_text_among_others_like_it_is_found(string fade) => VisitAsync(Look.Plain, async visitor =>
    {
        await visitor.GoAsync("/");
        await visitor.Page.EvaluateAsync(
            """
            () => document.querySelector('main').append(...Array.from({ length: 4 }, (_, number) => {
              const list = document.createElement('div');
              list.append(Object.assign(document.createElement('p'), { textContent: `Row ${number}` }));
              return list;
            }))
            """);
        Assert.Empty(await Accessibility.ProblemsAsync(visitor.Page));
        await visitor.Page.EvaluateAsync(
            $"() => {{ const row = document.querySelector('main > div:last-child > p'); {fade}; }}");
        var problem = Assert.Single(await Accessibility.ProblemsAsync(visitor.Page));
        Assert.Contains("axe color-contrast", problem, StringComparison.Ordinal);
    });
}
