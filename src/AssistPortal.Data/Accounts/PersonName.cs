namespace AssistPortal.Data.Accounts;

public static class PersonName
{
    /// <summary>A person's name as its script has it: 王小明, but Hannah Brooks, in whatever language the page is.</summary>
    public static string Of(string first, string last) => (first + last).All(IsHan) ? last + first : $"{first} {last}";

    private static bool IsHan(char letter) => letter is >= '\u3400' and <= '\u9fff';
}
