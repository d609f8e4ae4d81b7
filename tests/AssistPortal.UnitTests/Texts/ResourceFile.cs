using System.Xml.Linq;
using AssistPortal.UnitTests.Architecture;

namespace AssistPortal.UnitTests.Texts;

/// <summary>The words of one <c>…Texts.resx</c> and its translations.</summary>
/// <param name="Path">Of the English file, from the repository's root.</param>
/// <param name="Entries">Each text with where it stands.</param>
internal sealed record ResourceFile(string Path, IReadOnlyList<ResourceEntry> Entries)
{
    public const string English = "en";

    public static readonly string[] Languages = [English, "zh-Hant", "zh-Hans"];

    public static readonly IReadOnlyList<ResourceFile> All =
    [
        .. Repository.Sources("Texts.resx").Select(file => new ResourceFile(
            file.Path, [.. Languages.SelectMany(language => Read(PathOf(file.Path, language), language))])),
    ];

    /// <summary>Name of the class that stands for it.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IEnumerable<string> Keys => In(English).Select(entry => entry.Key);

    public static IEnumerable<ResourceEntry> Everything => All.SelectMany(file => file.Entries);

    public IEnumerable<ResourceEntry> In(string language) => Entries.Where(entry => entry.Language == language);

    public string? Find(string key, string language) => In(language).FirstOrDefault(entry => entry.Key == key)?.Text;

    private static string PathOf(string path, string language) =>
        language == English ? path : path.Replace(".resx", $".{language}.resx", StringComparison.Ordinal);

    private static IEnumerable<ResourceEntry> Read(string path, string language)
    {
        var file = System.IO.Path.Combine(Repository.Root, path);
        return !File.Exists(file)
            ? []
            : XDocument.Load(file, LoadOptions.SetLineInfo).Root!.Elements("data").Select(data => new ResourceEntry(
                language,
                (string)data.Attribute("name")!,
                (string?)data.Element("value") ?? "",
                $"{path}:{((System.Xml.IXmlLineInfo)data).LineNumber}"));
    }
}

/// <summary>One text.</summary>
/// <param name="Language">Culture name.</param>
/// <param name="Key">By which it is asked for.</param>
/// <param name="Text">With its placeholders.</param>
/// <param name="Place">File and line.</param>
internal sealed record ResourceEntry(string Language, string Key, string Text, string Place)
{
    public bool IsChinese => Language != ResourceFile.English;

    public override string ToString() => $"{Place} {Key}: {Text}";
}
