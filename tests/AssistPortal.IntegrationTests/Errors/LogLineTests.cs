using AssistPortal.Web.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>Through the logging that the portal's own settings name, and a file beside it.</summary>
public sealed class LogLineTests
{
    private const string Forged =
        "a\r\n20:00:00 INF FORGED\n20:00:01 INF FORGED\u0085FORGED\u2028FORGED\u2029FORGED "
            + "\u001b[31mFORGED\u0007\u202e";

    [Fact]
    public async Task No_text_begins_a_line_or_steers_the_console_whatever_an_exception_says()
    {
        var folder = Directory.CreateTempSubdirectory("assistportal-");
        var file = Path.Combine(folder.FullName, "log");
        var console = Console.Out;
        using var written = new StringWriter();
        try
        {
            Console.SetOut(TextWriter.Synchronized(written));
            await WriteAsync(file);
        }
        finally
        {
            Console.SetOut(console);
        }

        foreach (var text in new[] { written.ToString(), await File.ReadAllTextAsync(file) })
        {
            var lines = text.ReplaceLineEndings("\n").Split('\n')
                .Where(line => line.Contains("FORGED", StringComparison.Ordinal)).ToList();
            Assert.Single(
                lines, line => line.Contains(@"ERR Of a\u000d\u000a20:00:00 INF FORGED", StringComparison.Ordinal));
            Assert.NotEmpty(lines.Skip(1));
            Assert.All(lines.Skip(1), line => Assert.StartsWith("    ", line, StringComparison.Ordinal));
            Assert.DoesNotContain(
                lines, line => line.Any(char.IsControl) || line.Contains('\u202e', StringComparison.Ordinal));
            Assert.Contains(lines, line => line.Contains(@"\u001b[31mFORGED\u0007\u202e", StringComparison.Ordinal));
        }

        folder.Delete(recursive: true);
    }

    private static async Task WriteAsync(string file)
    {
        using var log = PortalLogging.Begin();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            Args =
            [
                "--Serilog:WriteTo:1:Name=File",
                $"--Serilog:WriteTo:1:Args:path={file}",
                "--Serilog:WriteTo:1:Args:formatter=AssistPortal.Web.Composition.LogLineFormatter, AssistPortal.Web",
            ],
        });
        builder.AddPortalLogging(log);
        await using var app = builder.Build();
        app.Logger.LogError(new InvalidOperationException(Forged, new IOException(Forged)), "Of {Text}", Forged);
    }
}
