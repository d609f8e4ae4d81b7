using System.Text;
using AssistPortal.Web.Composition;
using Microsoft.AspNetCore.Http;

namespace AssistPortal.UnitTests.Web.Composition;

public sealed class KeptPageTests
{
    [Theory]
    [InlineData(StatusCodes.Status200OK, "text/html; charset=utf-8", true)]
    [InlineData(StatusCodes.Status404NotFound, "text/html; charset=utf-8", false)]
    [InlineData(StatusCodes.Status200OK, "text/csv; charset=utf-8", false)]
    [InlineData(StatusCodes.Status200OK, null, false)]
    public async Task A_page_is_kept_and_anything_else_is_sent_at_once(int status, string? type, bool isKept)
    {
        var response = new DefaultHttpContext().Response;
        using var body = new MemoryStream();
        await using var kept = new KeptPage(response, body);
        await kept.FlushAsync();
        (response.StatusCode, response.ContentType) = (status, type);

        await kept.WriteAsync("première "u8.ToArray());
        kept.Write("page"u8);
        await kept.FlushAsync();

        Assert.Equal(isKept ? "première page" : null, kept.Text);
        Assert.Equal(isKept ? "" : "première page", Encoding.UTF8.GetString(body.ToArray()));
    }
}
