using System.Net;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>How every form tells that one of its fields is wrong.</summary>
internal static class FieldErrors
{
    /// <summary>
    /// One wrong field: status 422, its own words at the field and in the summary, tied to the control, nothing typed
    /// lost, in the language of the page.
    /// </summary>
    public static void AssertOnlyWrong(
        this PortalPage page, PortalFactory portal, string language, string field, string sentence)
    {
        var expected = portal.Words(language, sentence);
        Assert.True(page.Status == HttpStatusCode.UnprocessableEntity, page.Describe());
        Assert.Equal(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = expected }, page.Errors);
        Assert.Equal([expected], page.ErrorSummary);
        Assert.Equal(language, page.Language);
        Assert.StartsWith(portal.Words(language, "Shared.Form.ErrorTitle|"), page.Title, StringComparison.Ordinal);
        Assert.Equal(portal.Words(language, "Shared.Form.Problem"), page.Get(".error-summary h2").TextContent);
        Assert.Equal($"#{field}", page.Get(".error-summary a").GetAttribute("href"));
        var control = page.Get($"#{field}");
        var described = control.GetAttribute("type") == "radio" ? control.Closest("fieldset")! : control;
        Assert.Contains($"{field}-error", described.GetAttribute("aria-describedby")!.Split(' '));
        Assert.All(described.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(page.Find($"#{id}")));
        Assert.True(control.GetAttribute("type") == "radio" || control.GetAttribute("aria-invalid") == "true");
        Assert.Single(page.All("[aria-invalid=true]").Concat(page.All("fieldset:has(> .field__error)")));
    }

    /// <summary>Each wrong value in each language.</summary>
    public static TheoryData<string, string, string, string> InEachLanguage(
        IEnumerable<(string Field, string Value, string Sentence)> wrong)
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var (field, value, sentence) in wrong)
        {
            foreach (var language in PortalWords.Languages)
            {
                data.Add(language, field, value, sentence);
            }
        }

        return data;
    }
}
