using System.Globalization;
using System.Text.Encodings.Web;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AssistPortal.UnitTests.Web.Shared;

public sealed class KeptOptionsTests
{
    [Theory]
    [InlineData("30")]
    [InlineData("a\"b")]
    [InlineData("")]
    [InlineData("nothing of the kind")]
    public void Options_that_are_kept_are_written_as_others_are(string chosen)
    {
        SelectListItem[] items = [new("Choose", ""), new("30 <minutes> & more", "30"), new("45分鐘", "a\"b")];
        var kept = new KeptOptions(items);

        Assert.Equal(Written(items, chosen), Written(kept, chosen));
        Assert.Equal(Written(items, "30"), Written(kept, "30"));
        Assert.Equal(items, kept);
    }

    private static string Written(IEnumerable<SelectListItem> items, string chosen)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        new OptionList(items, chosen).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
