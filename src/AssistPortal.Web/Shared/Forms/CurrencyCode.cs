using AssistPortal.Data;

namespace AssistPortal.Web.Shared.Forms;

internal static class CurrencyCode
{
    /// <summary>The typed currency in capitals; null where there is none such.</summary>
    public static string? Read(string? typed) =>
        Tolerant.Code(typed).ToUpperInvariant() is var code && Currencies.IsKnown(code) ? code : null;
}
