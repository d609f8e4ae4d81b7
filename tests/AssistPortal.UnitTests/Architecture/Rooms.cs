using System.Reflection;
using AssistPortal.Data;
using Microsoft.AspNetCore.Razor.Hosting;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>
/// The folders of a project and who of them knows whom, by its compiled code; a view lies in the folder of its file.
/// Setups and the context compose the whole out of all rooms: what they name makes no arrow.
/// </summary>
internal sealed class Rooms
{
    private readonly string project;
    private readonly Func<string, string> roomOf;
    private readonly Dictionary<Type, string> views;
    private readonly ILookup<string, string> foldersOfViews;

    private Rooms(Assembly assembly, Func<string, string> roomOf)
    {
        project = assembly.GetName().Name!;
        this.roomOf = roomOf;
        views = assembly
            .GetCustomAttributes<RazorCompiledItemAttribute>()
            .ToDictionary(view => view.Type, view => view.Identifier);
        foldersOfViews = views.Values.ToLookup(
            path => Path.GetFileNameWithoutExtension(path), FolderOf, StringComparer.Ordinal);
        var types = assembly.GetTypes().Where(type => RoomOf(type) is not null).ToList();
        All = [.. types.Select(type => RoomOf(type)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Arrows = [.. types.Where(type => !Composes(Outermost(type))).SelectMany(ArrowsOf).Distinct()];
    }

    /// <summary>The last part of the project's name.</summary>
    public string Project => project[(project.LastIndexOf('.') + 1)..];

    public IReadOnlyList<string> All { get; }

    public IReadOnlyList<RoomArrow> Arrows { get; }

    /// <summary>
    /// The rooms of a project are its outermost folders; what lies beside them is in one without a name.
    /// </summary>
    public static Rooms Of(Assembly project) => new(project, folder => folder.Split('.')[0]);

    /// <summary>Each folder is a room, one within another too.</summary>
    public static Rooms OfEachFolder(Assembly project) => new(project, folder => folder);

    private IEnumerable<RoomArrow> ArrowsOf(Type type) =>
        from named in TypeReader.NamedBy(type)
            .Select(named => (Room: RoomOf(named), named.Name))
            .Concat(ViewsNamedBy(type))
        where named.Room is not null && named.Room != RoomOf(type)
        select new RoomArrow(RoomOf(type)!, named.Room, $"{NameOf(type)} names {named.Name}");

    /// <summary>
    /// Views are named by their path, parts of views by their name too, where one folder alone has one of that name.
    /// </summary>
    private IEnumerable<(string? Room, string Name)> ViewsNamedBy(Type type)
    {
        foreach (var text in views.Count == 0 ? [] : TypeReader.TextsIn(type))
        {
            if (text.EndsWith(".cshtml", StringComparison.Ordinal))
            {
                yield return (roomOf(FolderOf(text)), text);
            }
            else if (text.StartsWith('_') && foldersOfViews[text].ToList() is [var folder])
            {
                yield return (roomOf(folder), text);
            }
        }
    }

    private string? RoomOf(Type type)
    {
        var outermost = Outermost(type);
        if (views.TryGetValue(outermost, out var path))
        {
            return roomOf(FolderOf(path));
        }

        return $"{outermost.Namespace}.".StartsWith($"{project}.", StringComparison.Ordinal)
            ? roomOf(outermost.Namespace![project.Length..].TrimStart('.'))
            : null;
    }

    private string NameOf(Type type) =>
        views.TryGetValue(Outermost(type), out var path) ? Path.GetFileName(path) : Outermost(type).Name;

    private static string FolderOf(string path) => Path.GetDirectoryName(path)!.TrimStart('~', '/').Replace('/', '.');

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool Composes(Type type) =>
        type == typeof(PortalDbContext)
            || (type.Name.EndsWith("Setup", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true });
}
