using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AssistPortal.Web.Shared.Kept;

/// <summary>
/// Parts of pages that are the same for everybody, rendered once and kept as markup: a partial view by its name, the
/// language, and the model, which says all else that it depends on. It names no person and holds no token.
/// </summary>
public sealed class KeptParts(IModelMetadataProvider metadata, HtmlEncoder encoder)
{
    /// <summary>Roles, rooms and languages make some hundred; beyond this, all are rendered anew.</summary>
    internal const int Most = 1000;

    private readonly ConcurrentDictionary<Key, IHtmlContent> kept = new();

    /// <summary>A part as the page shows it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="view">Name of the partial view.</param>
    /// <param name="model">Its model, compared by value.</param>
    public ValueTask<IHtmlContent> OfAsync(ViewContext page, string view, object model)
    {
        var request = page.HttpContext.Request;
        var key = new Key(
            view,
            model,
            CultureInfo.CurrentUICulture.Name,
            request.PathBase.Value,
            page.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>());
        return kept.TryGetValue(key, out var part) ? new(part) : new(RenderAsync(page, key));
    }

    private async Task<IHtmlContent> RenderAsync(ViewContext page, Key key)
    {
        var html = page.HttpContext.RequestServices.GetRequiredService<IHtmlHelper>();
        ((IViewContextAware)html).Contextualize(page);
        var content = await html.PartialAsync(
            key.View, key.Model, new ViewDataDictionary(metadata, new ModelStateDictionary()));
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, encoder);
        if (kept.Count >= Most)
        {
            kept.Clear();
        }

        return kept[key] = new Part(writer.ToString());
    }

    /// <summary>What its view has encoded.</summary>
    private sealed class Part(string markup) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(markup);
    }

    private sealed record Key(
        string View, object Model, string Language, string? PathBase, ResourceAssetCollection? Files);
}
