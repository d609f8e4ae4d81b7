using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Fields that hold several things: a line each, or with commas between.</summary>
internal static class TrialLines
{
    private static readonly char[] Ends = ['\n', '\r', ',', ';', '，', '；', '、'];

    public static IReadOnlyList<string> Read(string? typed) =>
        [.. (typed ?? "").Split(Ends).Select(Tolerant.Code).Where(line => line.Length > 0)];
}
