using System.Text;

namespace AssistPortal.Data;

/// <summary>What people type, made comparable.</summary>
public static class TypedText
{
    /// <summary>
    /// Full-width letters, digits and signs as the usual ones (Unicode's form KC). Text that is no valid Unicode, such
    /// as half of a surrogate pair, stays as it is.
    /// </summary>
    public static string HalfWidth(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
