using System.Text;

namespace AssistPortal.Data;

/// <summary>What people type, made comparable.</summary>
public static class TypedText
{
    // Normalizing takes the square of the number of combining marks; no code, number or address is as long.
    private const int Longest = 1000;

    /// <summary>
    /// Full-width letters, digits and signs as the usual ones (Unicode's form KC). Text that is no valid Unicode, such
    /// as half of a surrogate pair, stays as it is, and so does what is longer than 1,000 characters.
    /// </summary>
    public static string HalfWidth(string text)
    {
        if (text.Length > Longest)
        {
            return text;
        }

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
