<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
<context>
    <name>Kernelscope</name>
    <message>
        <location filename="../../engine/network/drill/sums.py"/>
        <source>(x − mean) / √(variance + ε) · γ + β with mean {mean}, variance {variance}, γ {gamma}, β {beta}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/alone.py"/>
        <source>(x − mean) / √(variance + ε) · γ + β. Mean {mean} and variance {variance} are those of the {count} values that are normalised together on this very picture; γ {gamma}, β {beta}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/alone.py"/>
        <source>(x − mean) / √variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>+1: they answer alike; −1: one answers where the other does not. Choose a pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>, map {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>, {count} not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/distribution/cluster.py"/>
        <source>--index says which of the workers this is. Add --workers with their addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>0 in every channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>0 … 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>0 … 1, then each channel by its mean and spread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>0 … 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>0: all of one size; 1: from tiny to filling the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>0° finds a bright stripe in the middle, 90° an edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_footer.py"/>
        <source>1 layer does not fit. The network before stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_facts.py"/>
        <source>1 map · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_facts.py"/>
        <source>1 of {total} never fires on this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/scenes.py"/>
        <source>1 thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_facts.py"/>
        <source>1 value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/source_panel.py"/>
        <source>1 · gray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>1,797 digits of 8 × 8, written by 43 people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/decode.py"/>
        <source>16 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/blocks.py"/>
        <source>1×1, 3×3 and 5×5 kernels and a pooling look at the same maps; their maps are stacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>2 certain, 1 possible, 0 dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/scenes.py"/>
        <source>2 things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>200 patches of 25 × 25, half of them faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>255 in every channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/scenes.py"/>
        <source>3 things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/source_panel.py"/>
        <source>3 · red, green, blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>4 neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/scenes.py"/>
        <source>4 things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/scenes.py"/>
        <source>5 things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/ready_made.py"/>
        <source>5 × 5 by 3 × 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>5 × 5 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>5 × 5 × 3 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/ready_made.py"/>
        <source>5 × 5 × 3 with two filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>8 neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/network_menu.py"/>
        <source>A .keras, .h5 or TensorFlow.js file, a Teachable Machine export for example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/blocks.py"/>
        <source>A 3×3 convolution, batch normalisation and ReLU, one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/blocks.py"/>
        <source>A 3×3 kernel on each channel by itself, then a 1×1 convolution that mixes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/ready_made.py"/>
        <source>A CNN by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>A Gaussian in which only neighbours of similar colour count. It has no kernel of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>A Gaussian takes the noise that would look like edges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>A ReLU with a smooth bend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>A Sobel turned to any angle, mixed from the vertical and the horizontal one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>A box around what is seen of each thing, with its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/addresses.py"/>
        <source>A camera address begins with http://, https:// or rtsp://, not with {scheme}://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>A class for each thing to tell apart; hold a button to record pictures of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/edits.py"/>
        <source>A class needs a name of 1 to {most} characters. Give it another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/opening_state.py"/>
        <source>A classic from the gallery, or a file of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/clip.py"/>
        <source>A clip cannot be saved as “{name}”. Its name must end in .mp4 or .avi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>A connection is named by a text, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>A constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>A dark window, on which pictures stand out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>A digit or letter that lies on its side is hard to read, or another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/reading.py"/>
        <source>A file with an unsafe name was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_close_up.py"/>
        <source>A filter has a kernel for each map before it. Which one is written out, and drawn?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/filters.py"/>
        <source>A filter has a kernel for each map that it looks at. Which of them are drawn?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/filters.py"/>
        <source>A filter has {count} kernels; it needs from 1 to {limit}, one for each channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/filters.py"/>
        <source>A filter's bias is {value}, but must be a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>A folder with a folder of pictures for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/histogram.py"/>
        <source>A histogram has from 1 to 65536 bins, not {bins}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>A kernel for each channel by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>A kernel for each channel, then a 1×1 convolution that mixes them, in one layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_choice.py"/>
        <source>A kernel in the file is damaged: it does not say which kernel it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/built.py"/>
        <source>A kernel in the saved network is damaged: it does not say where it belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_library.py"/>
        <source>A kernel needs numbers of its own and a name before it can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_choice.py"/>
        <source>A kernel of your own has numbers, not settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/stage_offers.py"/>
        <source>A kernel of your own: it begins as the one that changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/story.py"/>
        <source>A larger value in its window wins; this one is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/links.py"/>
        <source>A layer is called with the argument “{name}”, which cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>A layer is named by a text, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/links.py"/>
        <source>A layer is set to behave as in training always, so its values are left to chance. Save the model without “training=True”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>A layer of the kind {kind} cannot be opened. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>A layer of the kind {kind} has a setting “{name}” that is not known here, so what it does is not certain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>A layer of the kind {kind} has settings that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/values.py"/>
        <source>A layer of the kind {kind} is set to {name} = {value}, which cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>A layer of the kind {kind} keeps its numbers as {policy}. Save the model with float32 numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>A layer of the kind “{kind}” is not one of those that can be shown. Open a network of Keras's usual picture layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>A layer of the network is damaged. Open an earlier copy of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>A light window, for bright rooms and projectors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/histogram_plot.py"/>
        <source>A logarithmic scale, on which rare values can be seen beside frequent ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>A mean in which near pixels count more than far ones, after a bell curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>A middle of {height} × {width} cannot be cut out of {rows} × {columns}. Use a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>A mirrored digit or letter is another one, or none at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/job.py"/>
        <source>A name in the training job is not a text. Save the job again in the Train workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/saving/formats.py"/>
        <source>A network cannot be saved as “{name}”. End the name with {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>A network in a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/layers.py"/>
        <source>A network inside the network. Unfold it to choose one of its layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/checking.py"/>
        <source>A network learns to tell things apart: it needs a second class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>A node of the network is damaged: it has no layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>A node of the network is damaged: its connections cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>A number added to every sum of this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>A number added to every sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>A number for each output channel, added to its sums. Needless before a batch normalisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/palettes.py"/>
        <source>A photograph stays gray; signed results are drawn blue and orange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/saving.py"/>
        <source>A picture cannot be saved as “{name}”. Its name must end in one of: {endings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>A picture forms that makes the map answer as strongly as it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/source_panel.py"/>
        <source>A picture is numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>A picture of a small class counts for more, so that all classes weigh the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/saving.py"/>
        <source>A picture of {width} × {height} pixels cannot be saved as {ending}. Save it as .png or .tif.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>A piece at a random place, enlarged: things need not be in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>A quarter turn clockwise: vertical edges become horizontal ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>A rim as wide as you say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>A rim of zeros around the maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>A rim so wide that the kernel touches the picture with one corner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>A rim that keeps the size, at stride 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>A sigmoid made of three straight lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <source>A single stamp reaches this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>A single step of gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>A small number that keeps the division from blowing up where nothing varies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/ready_made.py"/>
        <source>A small volume, two filters with a bias each, stride 2, a rim of one zero: 3 × 3 × 2 come out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>A smooth ReLU that dips below 0 before it rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/stage.py"/>
        <source>A stage is either on or off, but the recipe says {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>A stride of {step_down} × {step_across} keeps only some positions, so the picture is dealt into {parts} small ones and nothing is computed to be thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/convolution.py"/>
        <location filename="../../engine/network/layers/depthwise.py"/>
        <location filename="../../engine/network/layers/transposed.py"/>
        <source>A stride of {stride} and a dilation of {dilation} do not go together. Set one of them to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>A strong blue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>A strong green.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>A strong red.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>A swish made of straight lines, as MobileNet v3 has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>A tenth of it after half of the epochs, again after 3/4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/run_reports.py"/>
        <source>A training goes on, and the worker can be asked only when it is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill_down.py"/>
        <source>A value of “{layer}” ({kind}) cannot be taken apart. Choose the layer before or after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/top_bar.py"/>
        <source>A whole network, opened up live: every layer answers to the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>A whole network, opened up live: every layer's maps, and where each value comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/distribution/together.py"/>
        <source>A worker is gone, so all have ended. What was learnt up to the last checkpoint is kept: start all workers again with --resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/view_actions.py"/>
        <source>About Kernelscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Above, below, left and right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <source>Absolute value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/curves_view.py"/>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <location filename="../../engine/imaging/stages/activation.py"/>
        <location filename="../../engine/network/layers/activation.py"/>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Activation, normalisation, dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>Activations: how many numbers come out for one picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Adam that also pulls weights towards 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <location filename="../../engine/network/layers/merging.py"/>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Add a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Add a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <location filename="../../gui/docks/stage.py"/>
        <source>Add a kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layers.py"/>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Add a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layers.py"/>
        <source>Add a layer or a block behind the selected layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_footer.py"/>
        <source>Add a layer, and the network answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <source>Add a stage and its result appears at once. Stages are applied from top to bottom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <source>Add a stage behind the selected one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>Add a stage on the left; what it costs is counted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Add behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Add filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_menus.py"/>
        <source>Add stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Add what an earlier layer gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/building_edits.py"/>
        <source>Add {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/recipe_edits.py"/>
        <source>Add {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/dropout.py"/>
        <source>Added noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Adding what came in lets layers learn only the difference, so deep networks train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_actions.py"/>
        <source>Address of the camera, for example http://192.168.1.20:8080/video or rtsp://…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Adds Gaussian noise, more to some pictures than to others: dim light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Adds one side of the window and takes away the other: bright left, dark right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/sharpen.py"/>
        <source>Adds the difference between the picture and its Gaussian blur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Adds the slope to the picture, so that brightness looks like height in slanting light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/sharpen.py"/>
        <source>Adds to each pixel what sets it apart from its neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/histogram.py"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_results.py"/>
        <source>After a training: how much noise, rotation and shift it bears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_results.py"/>
        <source>After a training: precision, recall, ROC, and how far its certainty can be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_results.py"/>
        <source>After a training: which class is taken for which, and on which pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_results.py"/>
        <source>After a training: which pictures the network finds alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>After how many epochs frozen layers learn too; 0 means never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>After how many epochs without a better validation loss it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/central.py"/>
        <source>After {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/noise.py"/>
        <source>Against noise that hits every pixel a little, the mean does well too. Higher is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <location filename="../../gui/docks/microscope.py"/>
        <location filename="../../gui/picture_corners.py"/>
        <source>All channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>All channels get the kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_actions.py"/>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/filters.py"/>
        <source>All kernels of a filter side by side, filter after filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <source>All kernels that are drawn (.npy)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/picture_corners.py"/>
        <source>All maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/maps_view.py"/>
        <source>All maps as a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/maps_view.py"/>
        <source>All numbers of the layer (.npy)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>All of them are learnt from; nothing is drawn by lot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>All others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>All rows count alike, so edges come out a little blurred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>All values of the batch kept at once, as training does, and the parameters, as 32-bit numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>All values of the maps in one row, for a dense layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>All {cells} weights are equal, so a running sum does their work: as the window moves, one value enters it and one leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/mistakes_page.py"/>
        <source>All {count} mistakes, the most certain first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>All {count} pictures to learn from show “{name}”. A network learns to tell things apart: it needs pictures of at least two classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>Along which axes one slope serves all; 1, 2 means one slope a channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>Along which axes the shares sum to 1; −1 is the channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <location filename="../../engine/imaging/noise.py"/>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>An ELU scaled so that the spread of the values keeps itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/values.py"/>
        <source>An activation called “{name}” is not one of Keras's own, so it cannot be shown. Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>An answer for every place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>An eraser: brings the picture back as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/messages.py"/>
        <source>An error inside the program ended this work: {error}. Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/notify.py"/>
        <source>An error inside the program stopped one action. Your work is still there; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/project_actions.py"/>
        <source>And {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why.py"/>
        <source>Another question took its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <location filename="../../engine/network/offers.py"/>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Any colour on any ground: it tells nothing about the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Any number that you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Any of the named curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Area below ROC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic.py"/>
        <source>Arithmetic of one value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/batches.py"/>
        <source>Arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>As VGG and the first ResNets were trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/table.py"/>
        <source>As a dense layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>As a dense layer: {params} parameters, {times} times as many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>As a share of the longest that is still safe on this picture: above 2 the loss grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/plain.py"/>
        <source>As a starting point for a kernel of your own, or to check a recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <source>As for the height; empty, it is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>As in a CNN: a kernel for every channel, summed, plus a bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/stage_offers.py"/>
        <source>As in a CNN: a kernel for every channel, summed, plus a bias; several filters give several maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/network_menu.py"/>
        <source>As in the Network workspace: nothing is open there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/network_menu.py"/>
        <source>As in the Network workspace: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>As many as you like, from a seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models_menu.py"/>
        <source>As published: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>As the files say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>As the folders or files say; what they leave open is drawn by lot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>As the general choice for edges. Smooth first when the picture is noisy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>As the layer numbers them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>As you put the pictures, in the middle under Pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <source>As you put them: select pictures, then “Keep for”. All others stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/run_reports.py"/>
        <source>Ask and write again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>Ask why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>Ask, and the part of the picture that speaks for it lights up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/judged.py"/>
        <source>Asking the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/run_reports.py"/>
        <source>Asking the network of “{name}” anew for its report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>Asks about the picture that is in front now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Aspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Astronaut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_controls.py"/>
        <source>At its end the video starts again; otherwise its last frame stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>Attention cannot be shown yet; open a convolutional network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/palettes.py"/>
        <location filename="../../engine/network/maps.py"/>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>Axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>Back one value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>Back to all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>Back to the small pictures (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Back to “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>Backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Balance classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Bar 1 0 −1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Bars at an angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/batches.py"/>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>Batch normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/histogram.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>Before looking for edges, and whenever noise is fine and even.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/batch_view.py"/>
        <source>Before transforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>Begin again, on the picture of now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Begin with an empty network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>Begin with random weights instead of those that the network has learnt: from scratch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Begin with the network by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>Begins as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Below 0 it rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Below 1 the kernel is longer along the stripes than across.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Between values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Bias of this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <location filename="../../engine/imaging/stages/bilateral.py"/>
        <source>Bilateral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Bilinear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <source>Bilinear upsampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Black bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/palettes.py"/>
        <source>Black for 0, white for full brightness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models_menu.py"/>
        <source>Blocks to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/palettes.py"/>
        <location filename="../../engine/network/maps.py"/>
        <source>Blue below 0, orange above, 0 in the neutral middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>Blue first, mean taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Blue only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>Blue ∗ its kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Blurred clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Blurs edges a little more than Sobel and is less even in direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Blurs with a Gaussian, some pictures more than others: out of focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/curves.py"/>
        <source>Both are alike at {validation:.0%}: nothing is learnt by heart, but not much is learnt yet. Train longer, or use a larger network or another rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/parameter_editors.py"/>
        <source>Both axes move together. Click to set them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_kernels.py"/>
        <source>Both sides are even, so there is no centre: “same” pads one more below and on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Bottlenecks of 1×1, 3×3 and 1×1 make fifty layers cost what thirty-four did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>Box (mean)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>Boxes with names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Brick wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Bridges from the way down to the way up answer for every pixel, learnt from few pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Bright is where the maps of “{layer}” speak for {name}; dark is where they do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Bright is where the score of {name} falls most when a gray square covers the place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/noise.py"/>
        <source>Bright pixels are off more than dark ones, like in radar and ultrasound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Bright pixels sway {name} most, counting only what speaks for it; how strongly, not which way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_shelf.py"/>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Bring back a whole lesson: source, recipe, network, data, and the training runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Bring back source and recipe as they were when the program was last closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Build a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layers.py"/>
        <source>Build a network: change a copy of this one, or begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <location filename="../../engine/network/opening.py"/>
        <source>Building the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>Built in, number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Built-in pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>By ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/worker_status.py"/>
        <source>CPU, 1 core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/worker_status.py"/>
        <source>CPU, {count} cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/second.py"/>
        <source>Calm where the Laplacian is noisy. Finds round spots of a size set by sigma (radius about 1.4 sigma).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_actions.py"/>
        <source>Camera address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Camera address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/sources_menu.py"/>
        <source>Camera {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <location filename="../../gui/network/map_page.py"/>
        <location filename="../../gui/network_workspace.py"/>
        <location filename="../../gui/train/exports.py"/>
        <location filename="../../gui/train/map_page.py"/>
        <location filename="../../gui/train/run_reports.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why.py"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train_workspace.py"/>
        <source>Cannot be read: {unreadable}. There twice: {duplicates}. Groups that look alike: {near}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <location filename="../../engine/imaging/stages/canny.py"/>
        <source>Canny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/canny.py"/>
        <source>Canny is a chain, not one kernel. Click a step to make it the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/canny.py"/>
        <source>Canny works on a picture, but its input is a stack of {count} maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/canny.py"/>
        <source>Canny: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Cat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <location filename="../../engine/network/maps.py"/>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/why/maximisation.py"/>
        <source>Channel {channel} of “{layer}” stayed silent at noise, patches, edges and plain colours alike, so there is nothing to begin from. Choose another channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>Channel {channel} ∗ its kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/source_panel.py"/>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/saving/writing.py"/>
        <source>Checking that the file gives the same answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Chessboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>Choose a data set on the left, or record one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>Choose a folder; the pieces of its pictures that excite this map most are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <location filename="../../gui/docks/network_layers.py"/>
        <location filename="../../gui/models_menu.py"/>
        <location filename="../../gui/network/opening_state.py"/>
        <source>Choose a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/sources_menu.py"/>
        <source>Choose a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/inside.py"/>
        <source>Choose from inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <source>Choose one on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_code.py"/>
        <source>Choose or record pictures; the script that learns from them stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Choose pictures, or record your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <location filename="../../gui/train/data_menu.py"/>
        <source>Choose the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>Choose the layer before or after it: convolutions, pools, dense layers and sums tell everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/network_menu.py"/>
        <source>Choose the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>Choose the network to compare with; the open one stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <location filename="../../gui/train/figures_page.py"/>
        <location filename="../../gui/train/kept_aside.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <source>Class {name}, {count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/editing.py"/>
        <location filename="../../gui/train/recorder.py"/>
        <source>Class {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/noise.py"/>
        <source>Clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recent_menu.py"/>
        <source>Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>Click a value in a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_panel.py"/>
        <source>Click a value in a map: here you read what the paint does to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Click in a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/drawing.py"/>
        <source>Click the card of the class that the drawing belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/exhibit_view.py"/>
        <source>Click to make this the stage's result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recording.py"/>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/clip.py"/>
        <source>Clips cannot be saved as {ending} on this computer. Choose another ending: .avi or .mp4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_shelf.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>Close enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Close the program. Nothing that was saved is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/dock_title.py"/>
        <source>Close this panel (the View menu brings it back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Clutter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/code.py"/>
        <location filename="../../gui/docks/network_code.py"/>
        <location filename="../../gui/docks/train_code.py"/>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Coffee cup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Coins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Colour wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/palettes.py"/>
        <location filename="../../engine/network/maps.py"/>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Colours are first mixed to gray: 0.299 R + 0.587 G + 0.114 B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Columns of the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Compare all pictures, and find those that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>Compare with …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/comparing.py"/>
        <source>Comparing the pictures: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/merging.py"/>
        <source>Concatenate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/confusion_matrix.py"/>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Confusion matrix, figures of the classes and worst mistakes are missing: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/building_edits.py"/>
        <source>Connect {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_controls.py"/>
        <source>Controls of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/network/layers/convolution.py"/>
        <source>Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/about_kernel.py"/>
        <source>Convolution turns the kernel by 180° before it slides; cross-correlation does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>Convolution turns the kernel by 180° first; here that changes values by up to {largest:.6g}. CNN layers do not turn it: they learn it either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <location filename="../../gui/docks/network_filters.py"/>
        <location filename="../../gui/docks/recipe.py"/>
        <location filename="../../gui/widgets/code_view.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Copy and paste cards, while the keyboard is in the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <source>Copy and paste the numbers, keep them in your library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Copy result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <source>Copy the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <source>Copy the numbers that are written out, for a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>Copy the table for a spreadsheet (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>Copy the table for a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/correlation_matrix.py"/>
        <source>Correlation of the maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Costs most, and its thresholds want tuning for every kind of picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <source>Count to three, then record 20 pictures; click again to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/field_picture.py"/>
        <source>Counted in the picture that the network is given, without the padded rim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>Counting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Cover each place and see how far the score falls. Takes longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>Covers a place with middle gray, so that nothing is to be seen there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Covers a rectangle at a random place: no single detail may be all that counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/sharpen.py"/>
        <source>Crisp edges from nine numbers, while flat areas keep their brightness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rims.py"/>
        <source>Cropping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Cross-correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rims.py"/>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>Cut after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>Cut after here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>Cut and freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Cut out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/moving.py"/>
        <source>Cut out unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train_workspace.py"/>
        <source>Data files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>Data file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>Dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Deep space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/docks/settings/kernel_shelf.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Delete all recorded pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Deletes the files themselves. This cannot be taken back; click twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/ready_made.py"/>
        <source>Denoise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/ready_made.py"/>
        <source>Denoise with the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/dense.py"/>
        <source>Dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/depthwise.py"/>
        <source>Depthwise convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Depthwise separable convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/blocks.py"/>
        <source>Depthwise-separable block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/message_bar.py"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/message_bar.py"/>
        <source>Details of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>Diameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Digits in many hands and fonts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>Dilation reads one row in {gap_down} and one column in {gap_across}, so the picture is dealt into {parts} small ones that are filtered without gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Direction across the stripes: 0° finds upright stripes, 90° level ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>Direction of the movement: 0° to the right, 90° downward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/session_actions.py"/>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/message_bar.py"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/message_bar.py"/>
        <source>Dismiss this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Distance between the kernel's taps. A dilated kernel sees further without more weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <source>Distance between the stamps. Unless it divides the kernel's side, a checkerboard shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <source>Distance between the taps of the stamp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Distance from stripe to stripe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>Divide by the sum, so that brightness stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Divide so that a ramp that brightens by 1 from pixel to pixel gives 1; keeps large kernels comparable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/map_page.py"/>
        <source>Do not lay the pictures out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/alone.py"/>
        <source>Does nothing outside training: the value stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>Double-click to look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/second.py"/>
        <source>Doubles every edge and answers strongest to noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Down to 0 along half a cosine wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Draw a picture by hand and keep it in a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Draw from the smallest to the largest value. Otherwise the most extreme values in a thousand are cut off, so that one bright pixel does not darken the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/drawing.py"/>
        <source>Draw here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>Draw its validation curves behind the present ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Draw one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_close_up.py"/>
        <source>Drawn are the filters {first} to {last}; choose another map to see those around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>Drawn by lot, in the shares below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <source>Drawn by lot: the same share of every class. What was put by hand is kept in mind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>Drawn by the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>Drawn by the program, number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/dropout.py"/>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/dropout.py"/>
        <source>Dropout of maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Drops values while training, so that none is relied on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Drops whole maps while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Duplicate filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Duplicate or rename the selected layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/recipe_actions.py"/>
        <source>Duplicate stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Duplicate this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/building_edits.py"/>
        <source>Duplicate {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/recipe_edits.py"/>
        <source>Duplicate {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>During how many epochs the rate rises to its full height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>ELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/parameter_editors.py"/>
        <source>Each axis by itself. Click to make both equal to the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/network/filters.py"/>
        <source>Each by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Each channel by itself, then a 1×1 mix: an eighth of the work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Each channel is brought to mean 0 and variance 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Each filter gives one map of the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/volume.py"/>
        <source>Each filter has {filter_channels} channels, but the picture has {channels}. A filter needs exactly as many channels as the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <source>Each filter of a volume has its own bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/sums.py"/>
        <source>Each kernel here is the channel's depthwise kernel times its weight in the 1×1 convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_words.py"/>
        <source>Each looks at one input map by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>Each map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Each map becomes its maximum: one value a channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Each map becomes its mean: one value a channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Each map of C3 looks at all maps before it, pooling learns nothing, and the end is a softmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/batches.py"/>
        <source>Each picture with the number of its class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/batches.py"/>
        <source>Each picture, fitted to the network: rows, columns, channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/source_panel.py"/>
        <source>Each pixel is one value, or three for red, green and blue. By itself it knows nothing of its neighbours: that is what a kernel is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <source>Each pixel is repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Each value becomes a block of values; nothing is learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Each value is repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/moving.py"/>
        <source>Each value is repeated: the same as the one it was made of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <source>Each value mixes its four nearest pixels by distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>Each value of the result takes the {taps} multiplications of the kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Each weight finds a step size of its own. A good start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Each window becomes its maximum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Each window becomes its mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/ready_made.py"/>
        <source>Edge detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Edge pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Edge repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <location filename="../../engine/imaging/kernels.py"/>
        <source>Edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>Edges become soft as well. It smears salt-and-pepper noise like every mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/docks/network_layers.py"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layer.py"/>
        <location filename="../../gui/docks/network_layers.py"/>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Edit a copy of this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/builder.py"/>
        <source>Edit a copy of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Emboss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Empty network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/recipe_actions.py"/>
        <source>Empty recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>End when the loss on the validation pictures has stopped falling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>Ends at once. What was learnt stays, and training can go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Enlarge the chosen map, or show all maps again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Enlarges and shrinks pictures about their middle: near or far does not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Enter  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/training_words.py"/>
        <source>Epoch {epoch} of {epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>Even the {multiplications} multiplications that this {height} × {width} kernel comes to as columns times rows take longer than taking the picture apart into waves: there, sliding the kernel becomes one multiplication for each wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Evenly down to a hundredth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Every action and its keys on one sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Every filter looks at every channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/opening_state.py"/>
        <source>Every layer answers to the picture at once. Start with a small classic; nothing is downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/scale_bar.py"/>
        <source>Every map uses all colours, up to its own largest value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>Every map uses all colours; maps cannot be compared by brightness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Every number becomes one between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Every number becomes one between −1 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Every number of it can be worked out on paper: 62,958 parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_menus.py"/>
        <source>Every number visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Every output is a weighted sum of all values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/centre.py"/>
        <source>Every picture of the data: look through, relabel, keep aside, leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/visits.py"/>
        <source>Every pixel counts the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>Every pixel in which a thing is seen; its edge is drawn stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/noise.py"/>
        <source>Every pixel is a little off, like in dim light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <source>Every pixel stamps the kernel, times its value, {stride} further; where stamps overlap they are summed. The kernel is learned like any other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Every product can be done in the head. It is the first kernel of most courses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>Every training is kept and can be compared here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>Every value divided by 127.5, minus 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>Every value divided by 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>Every value shows the window, the kernel and the sum that made it. Click to keep it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Every value stamps a learnt kernel onto larger maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/stage_offers.py"/>
        <source>Every value stamps the kernel onto a larger picture, as decoders do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <source>Every value stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>Everything across the line becomes a streak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>Everything learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/status_bar.py"/>
        <source>Everything stays on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/saving/formats.py"/>
        <source>Everything: layers, weights, class names. Opens here again, and in Keras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <location filename="../../gui/save_actions.py"/>
        <source>Exact numbers for NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layers.py"/>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Exchange kernels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Explain the next value of the result. In the microscope the arrow keys move, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Explain the value before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/network/layers/pooling.py"/>
        <source>Extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/pooling.py"/>
        <source>Extent and stride are equal: nothing overlaps and nothing is missed. Of each {height}×{width} window one value is left; {dropped:.0%} are dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <source>Extra rows below and columns on the right; less than the stride.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/transposed.py"/>
        <source>Extra rows below and columns on the right; less than the stride. Left empty, it follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/built_in.py"/>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Faces and other things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <location filename="../../engine/network/layers/rescaling.py"/>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Falling diagonal edges ╲</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <location filename="../../engine/imaging/kernels.py"/>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Fast and good enough nearly everywhere, in real time too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_grid.py"/>
        <location filename="../../gui/network/maps_view.py"/>
        <source>Feature maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_results.py"/>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <source>Figures of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/figures_panel.py"/>
        <source>Figures of this stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/folder.py"/>
        <source>Files such as “{example}” are in a format that cannot be read here and are left out: {count}. Export them as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>Filter layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Filter size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>Filter the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_building.py"/>
        <source>Filter {filter} of {layer}, channel {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/building.py"/>
        <source>Filter {filter}, channel {channel}: {kernel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/building.py"/>
        <source>Filter {filter}: {kernel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/filters.py"/>
        <source>Filter {number} has {kernels} kernels but its input {channels} channels. Give it one kernel a channel, or a single one for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Filter {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>Filter {number} of {count}: each of the {channels} channels has its own kernel; the results are summed, the bias is added, and one map comes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <location filename="../../gui/network/filter_grid.py"/>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Filters over all channels; each gives one map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/stage_offers.py"/>
        <source>Filters over the volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <location filename="../../gui/docks/stage.py"/>
        <source>Find the edges with a Sobel kernel. Anything can be changed afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/second.py"/>
        <source>Finds edges of every direction at once; the edge lies where the result crosses zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Fit the whole picture into its view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/reshaping.py"/>
        <source>Flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>Flip left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>Flip top and bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/dock_title.py"/>
        <source>Float this panel, or put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>Folder of classes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>Following it back …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>For a quick local mean. Against salt-and-pepper noise take the median instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>For cloth, fingerprints, hair and hatching, and to compare with learned kernels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>For diagonals in clean pictures, and to see what an even size does to “same”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/filters.py"/>
        <source>For each filter the mean of its kernels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>For edges at 45°, 70°, 73° …, and as the target when a kernel is to be learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/second.py"/>
        <source>For fine detail in clean pictures, or to measure how sharp a picture is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>For fine noise in photographs whose edges matter, or for a cartoon look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/saving/formats.py"/>
        <source>For other programs than Keras: answers only, it cannot be opened here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/sharpen.py"/>
        <source>For photographs: it is what the sharpness control of most programs does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/sharpen.py"/>
        <source>For slightly soft, clean pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/saving/formats.py"/>
        <source>For telephones and small computers: answers only, it cannot be opened here or trained further. Class names lie in it as labels.txt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>For which channel of what comes in the kernel stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models_on_disk.py"/>
        <location filename="../../gui/sources_menu.py"/>
        <source>Forget these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>Found after {step} steps: no weight is further than {error:.1%} from the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Four pixels average no noise away, so it is the least accurate. Its centre lies between pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Four steps in a row: Gaussian, gradient, thinning to ridges, two thresholds. It is not one kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>Freeze up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>Freeze up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/top_bar.py"/>
        <source>From a handful of pictures to a trained network: collect, train, see where it is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>From a handful of pictures to a trained network: collect, train, see where it is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/palettes.py"/>
        <source>From dark blue for the lowest to yellow for the highest value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/palettes.py"/>
        <source>From neutral at 0 to orange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>From neutral at 0 to orange; what is below 0 is drawn as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/channel_kernel.py"/>
        <source>From the library, for: {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>From the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>From this layer on, frozen layers learn again after some epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>From this layer on, frozen layers learn again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/parameter_form.py"/>
        <source>From {minimum} to {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/running.py"/>
        <source>Frozen layers learn too from now on, at {share:g} of the rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Frozen up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/layers.py"/>
        <source>Frozen: training leaves it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/quality.py"/>
        <source>Full brightness is {peak}, but must be a positive number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Gabor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <location filename="../../engine/imaging/noise.py"/>
        <source>Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/training_words.py"/>
        <source>Gets {share:.1%} of its own pictures right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/training_words.py"/>
        <source>Gets {share:.1%} of the pictures kept aside right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/training_words.py"/>
        <source>Gets {share:.1%} of the pictures kept aside right: its best, after epoch {epoch}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/training_words.py"/>
        <source>Gets {share:.1%} of the test pictures right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Gets {share:.1%} of {count:,} test pictures right, which it never saw while learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Gets {share:.1%} of {count:,} validation pictures right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Getting ready; the maps wait for the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Give it {count} kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/plain.py"/>
        <source>Gives back every pixel as it is. It finds no edges, whatever some notes say of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>Global</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/network/layers/pooling.py"/>
        <source>Global max pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/network/layers/pooling.py"/>
        <source>Global mean pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>Global pooling has one window: the whole picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Glyphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Go from map to map of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Go from value to value within the chosen map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <location filename="../../gui/train/troubles.py"/>
        <location filename="../../gui/workspace_joining.py"/>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>Go on where the last training was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/troubles.py"/>
        <source>Go on, {batch} at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Go to the first or the last map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Go to the next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Go to the panel before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Grad-CAM at the last maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Grad-CAM at this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Grad-CAM at {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <location filename="../../engine/sources/samples.py"/>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>Gradient descent on one kernel: its map is to become that of the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Gradient descent that keeps its speed, 0.9 of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Grass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Gravel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Gray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Green only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>Green ∗ its kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/convolution.py"/>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Guided saliency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Handwriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/built_in.py"/>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Handwritten digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Hard sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Hard swish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/palettes.py"/>
        <source>Heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>Heat over the picture that the network saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/sizes.py"/>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Height and width of each picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>Height and width of the kernel that is learnt. Larger than the target, its rim becomes 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Height and width of the window that slides over the maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/network/layers/pooling.py"/>
        <source>Height and width of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/job.py"/>
        <source>Height and width to which every picture is brought; 0 takes the network's own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/input.py"/>
        <source>Height, width and channels of the picture that comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>High threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>Highest first, or the ten highest in the order of the classes so that they stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/histogram.py"/>
        <location filename="../../gui/widgets/histogram_plot.py"/>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/histogram.py"/>
        <source>Histogram, {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Hold the picture and paint on it; the network answers at once. B again puts it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Hold the present frame, so that it can be looked at in peace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <source>Hold to record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <source>Hold to record into {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Hold: record pictures of the source into the first nine classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Home  End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Horizontal edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>How a gradient becomes a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>How different a neighbour may be and still count, in levels of 0–255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>How far at most, as a share of the height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>How far at most, as a share of the width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>How far at most, to either side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <source>How far at most: one number for both directions, or the lowest and the highest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>How far at most; at 120° red becomes green.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>How far away a neighbour may be and still count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>How far each step goes. Too high and the loss jumps or grows; too low and nothing happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>How far negative values can go below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>How far the kernel moves between two values. More means fewer values, less work, lost detail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>How far the window moves between two values. More means smaller maps and less work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/network/layers/pooling.py"/>
        <source>How far the window moves. Smaller than the extent, the windows overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>How far things are turned at most, to either side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/scrubber.py"/>
        <source>How fast it plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>How it learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>How little was expected of the true class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>How many kernels each channel gets for itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>How many kernels there are. Each gives one map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>How many lines and dots that mean nothing are strewn in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>How many numbers the layer learns, with the formula filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>How many pictures the network sees before it changes its weights once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>How many pixels of the picture lie between the fields of neighbouring values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_controls.py"/>
        <source>How many pixels the camera is asked for; it may give others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>How many rows and columns each value becomes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>How many there are, all classes together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <source>How many times higher and wider the picture becomes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/dense.py"/>
        <source>How many values come out; for the last layer, one a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>How much at most; 0.2 is from 80% to 120% of the window looked through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>How much at most; 0.3 is from 70% to 130%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>How much is added or taken off at most; 1 is from black to white.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>How much of each side is left at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/sharpen.py"/>
        <source>How much of the detail is added; 0 leaves the picture as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>How much wider the rim makes the picture, as a share of its side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/palettes.py"/>
        <source>How numbers become colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/visits.py"/>
        <source>How often each pixel is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>How often each value occurs, without exact zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>How often the network sees every training picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>How often the weights go down the slope of the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>How pictures go in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>How slowly the measured mean and variance follow new batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>How strongly AdamW pulls weights towards 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>How sure, and how often right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <source>How sure, and how often right: {error:.1%} apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>How the learning rate changes while training goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/map_page.py"/>
        <source>How the map is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>How the maps go together on this picture, value by value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>How the network is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>How the numbers of a map become colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <source>How the values between the pixels are made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>How wide a rim is laid around the picture before the kernel slides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>How wide the brush is, as a share of the picture's shorter side. 1% and less is a pixel or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>How your picture is brought to the size that the network expects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Hue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>IDX as MNIST comes in, CIFAR binary, or NumPy's NPZ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/plain.py"/>
        <location filename="../../engine/network/layers/reshaping.py"/>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>If each value of these maps were connected to every value before, as in a dense layer:
{formula}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>If even the best class stays below this, the answer is “none of these”. 0 to 99 %, 0 for never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Impulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/filters.py"/>
        <source>In colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>In training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/recorder.py"/>
        <source>In {seconds} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/blocks.py"/>
        <source>Inception block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Inception with its 1×1 bottleneck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Inception without 1×1 before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <location filename="../../engine/network/layers/input.py"/>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>Input channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <location filename="../../gui/network/filter_close_up.py"/>
        <source>Input map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/inside.py"/>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>Inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/convolution.py"/>
        <source>Into how many groups the channels are dealt; each filter sees one group only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>Into training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Is the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>It and all before it learn nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>It answers to neighbouring angles as well, only more weakly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>It begins with zeros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>It carries program code of its own, which is never run. Replace it by a layer of Keras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/plain.py"/>
        <source>It changes nothing: its neighbours all count zero times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>It comes with the first picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>It comes with the next picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/kinds.py"/>
        <source>It does not say what kind of layer it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/kinds.py"/>
        <source>It does not say what kind of stage it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>It ended early, because the validation loss no longer fell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>It ends when no weight is further from the target than this share of the target's largest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>It is a bare TensorFlow operation. Use a layer of Keras in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>It is a bare TensorFlow operation. Use a layer of Keras, such as Add, in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/story.py"/>
        <source>It is mixed with its neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/distribution/cluster.py"/>
        <source>It is not said which of the workers this is. Add --index with its place in the list, from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/merging.py"/>
        <source>It is that of branch {number} of {count}, counted from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/moving.py"/>
        <source>It lies between these values; the nearer one is, the more it counts. The weights sum to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/field_picture.py"/>
        <source>It looks at no part of the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_words.py"/>
        <source>It sees the paint, but the change was cut off on the way: by a ReLU or a maximum, for example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/tracing.py"/>
        <source>It shares the weights of “{name}”, which do not fit what comes in here. Give it weights of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/links.py"/>
        <source>It takes a number or an array written into the model's code. Use a layer such as Rescaling in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>It was stopped before its last epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/story.py"/>
        <source>It wins its window and is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>It works on sequences; here are pictures only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>It works on volumes; here are pictures only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>It works on words; here are pictures only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/picture_corners.py"/>
        <source>Its input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_code.py"/>
        <source>Its layers are not known in detail. Save it as .keras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Its layers can then be added, moved, changed and removed; the network itself stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layer.py"/>
        <source>Its layers can then be added, moved, changed and removed; the network itself stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>Its layers stand here once it is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layers.py"/>
        <source>Its layers stand here, from the picture to the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <source>Its list of filters is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layer.py"/>
        <source>Its settings and figures stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/building.py"/>
        <source>Its shape is known once the layers before it fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Judged by {count:,} pictures of the part “{part}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_shelf.py"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/drawing.py"/>
        <source>Keep as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/pooling.py"/>
        <source>Keep axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/parameter_editors.py"/>
        <source>Keep both equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_menu.py"/>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>Keep for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <source>Keep in my library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/drawing.py"/>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>Keep the kernel among your own in the Kernels workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Keep the selected pictures for training, validation or test, or let them go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Keep this filter's kernel in your library, and see what it does to a picture in the Kernels workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>Keep what a trained network has learnt, and teach it something new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>Keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <location filename="../../gui/docks/train_runs.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <source>Kept for the end, to judge by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/layers.py"/>
        <source>Keras does not compute this layer apart, so there are no maps to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/code.py"/>
        <source>Keras layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>Keras says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>Keras says {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <location filename="../../engine/network/layers/declarations.py"/>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_families.py"/>
        <source>Kernel family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/channel_kernel.py"/>
        <source>Kernel for: {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/builder.py"/>
        <source>Kernel into filter {filter} of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>Kernel number {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <source>Kernel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>Kernel to be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/channel_kernel.py"/>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <source>Kernel {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/ready_made.py"/>
        <source>Kernel → ReLU → pool → kernel → ReLU → pool: what the first layers of a network do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>Kernel, flipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <source>Kernel: {setting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_menus.py"/>
        <location filename="../../gui/top_bar.py"/>
        <location filename="../../engine/network/offers.py"/>
        <source>Kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Kernels a channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Kernels in and out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernels.py"/>
        <source>Kernels that do the same kind of work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_families.py"/>
        <location filename="../../gui/models/stage_offers.py"/>
        <source>Kernels with numbers of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/top_bar.py"/>
        <source>Kernels, pooling and filters, down to the arithmetic of one value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Kernels, pooling and filters, down to the arithmetic of one value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/window.py"/>
        <source>Kernelscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/session_actions.py"/>
        <source>Kernelscope did not close properly last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/session_actions.py"/>
        <source>Kernelscope did not close properly twice in a row, so it has started with defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/view_actions.py"/>
        <source>Kernelscope: a laboratory for convolutional networks, down to the arithmetic of a single value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/shortcuts.py"/>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/code.py"/>
        <source>Kind of code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/second.py"/>
        <source>Laplacian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/second.py"/>
        <source>Laplacian of Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/sharpen.py"/>
        <source>Large amounts put halos around edges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Large kernels over all 192 channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Large type and large pictures for a class; F5 or Escape leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Larger pixels, in both pictures. The mouse wheel does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/workspace_joining.py"/>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>Later unfreeze from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layer.py"/>
        <location filename="../../gui/docks/train_inside.py"/>
        <location filename="../../gui/docks/train_layers.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>Layer normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layers.py"/>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>Layers and how they learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Layers in a row have to learn all of the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>Layers in whose line each of these words stands: conv, 3×3, 28×28 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>Layers of a kind stand beside each other, with what each costs and how the totals compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_building.py"/>
        <source>Layers of a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_tree.py"/>
        <source>Layers of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>Layers of the network that is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/judged.py"/>
        <source>Laying the pictures out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/map_page.py"/>
        <source>Laying the pictures out …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <location filename="../../engine/network/layers/activation.py"/>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>Learn a kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Learnt from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Learnt from {count:,} pictures in {epochs} epochs and {seconds:.0f} s; kept is epoch {best}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Learnt kernels read handwritten digits, from pixels to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>Learnt leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>Learnt: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_menu.py"/>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train_workspace.py"/>
        <source>Leave the duplicates out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Leave the selected pictures out of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>Leave the selected pictures out of the data; the files stay (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train_workspace.py"/>
        <source>Leave the unreadable out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>Left out, because they are exact duplicates of pictures that are kept aside: {count}. Whoever has seen the answer is not judged by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_words.py"/>
        <source>Left out: an exact duplicate of a picture that is kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Left out: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Left: the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Left: the stage's own input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/picture_corners.py"/>
        <source>Left: what the selected stage gets to work on, instead of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/about_kernel.py"/>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>Let a picture form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Let a video run, or stop it where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>Let the kernel go down the slope of its loss, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Light from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Light on dark or dark on light, without colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Light or dark, as the system is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Log softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_menu.py"/>
        <source>Look at it large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Look at the result one stage earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Look at the result one stage later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Look for duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Look no further; nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Looking at several scales at once, with 1×1 kernels to keep it cheap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/judged.py"/>
        <location filename="../../engine/network/training/materials.py"/>
        <source>Looking for duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/splitting.py"/>
        <source>Looking for duplicates: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/sources_menu.py"/>
        <source>Looking for webcams…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_controls.py"/>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/curves_view.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Low threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Lower left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>Lower rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Lower right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Make the brush smaller or larger, while the keyboard is in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Make the change of the data that was taken back once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Make the change of the network that was taken back once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Make the change that was taken back once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>Make the sum zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Makes pictures lighter or darker: the lamp does not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Makes small relief visible. It sums to 1, so flat areas keep their brightness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_results.py"/>
        <location filename="../../gui/picture_corners.py"/>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/map_page.py"/>
        <source>Map of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/picture_corners.py"/>
        <source>Map {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Maps a channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>Maps that go together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>Masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/network/layers/pooling.py"/>
        <source>Max pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/pooling.py"/>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/network/maps.py"/>
        <source>Maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/merging.py"/>
        <source>Maximum of branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/pooling.py"/>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/network/maps.py"/>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>Mean and spread of ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/filters.py"/>
        <source>Mean of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/merging.py"/>
        <source>Mean of branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/network/layers/pooling.py"/>
        <source>Mean pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>Mean size of each layer's gradient and weights, and the share of its units that never fire. A gradient that is far smaller in the first layers than in the last fades on its way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/noise.py"/>
        <source>Mean {size}×{size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>Means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <location filename="../../engine/imaging/stages/median.py"/>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/noise.py"/>
        <source>Median {size}×{size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>Memory is reckoned for so many pictures at a time: 1 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>Microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Microscope: next value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Microscope: value before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Middle cut out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/status_bar.py"/>
        <source>Milliseconds of the newest picture: its age when it was taken up, recipe or network, drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/merging.py"/>
        <source>Minimum of branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Mirror the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Mirrors half of the pictures: left and right do not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Mish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_results.py"/>
        <source>Mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <location filename="../../engine/network/table.py"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Moon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/about_kernel.py"/>
        <source>More about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>More accurate gradients and angles than Sobel at the same cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <source>More for this kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/tracing.py"/>
        <source>More than {limit:,} values would come out. Use smaller maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>Motion blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Motorcycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Mouse wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Move both pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Move the keyboard to the next open panel, or to the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Move the keyboard to the open panel before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Move the selected card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Move the selected layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_menu.py"/>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>Move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/building_edits.py"/>
        <source>Move {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/recipe_edits.py"/>
        <source>Move {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Moves pictures up, down and sideways: the place does not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Moving photograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Moving shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_footer.py"/>
        <source>Multiplications, each with an addition, for one frame at its present size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>Multiplications, each with its addition, for one picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/dropout.py"/>
        <source>Multiplied noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/merging.py"/>
        <source>Multiply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_footer.py"/>
        <source>Multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_shelf.py"/>
        <source>My library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>My own pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <source>Name kernel {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <source>Name of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_shelf.py"/>
        <source>Name of the kept kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_shelf.py"/>
        <source>Name of the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layer.py"/>
        <source>Name of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_shelf.py"/>
        <source>Name under which the kernel is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <source>Nearest upsampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <source>Negative values become 0, the others stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Negative values become 0, those above 6 become 6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <location filename="../../engine/network/offers.py"/>
        <source>Negative values become 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Negative values become small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Negative values bend towards −1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Negative values keep a small share of themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <source>Negative values shrink to a small share, the others stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/map_page.py"/>
        <source>Neighbours stay neighbours; distances between groups mean little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <location filename="../../gui/models/building.py"/>
        <location filename="../../gui/top_bar.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/network_menu.py"/>
        <source>Network from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/worker_status.py"/>
        <source>Network worker busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/worker_status.py"/>
        <source>Network worker failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/status_bar.py"/>
        <location filename="../../gui/worker_status.py"/>
        <source>Network worker off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/worker_status.py"/>
        <source>Network worker ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/worker_status.py"/>
        <source>Network worker starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/worker_status.py"/>
        <source>Network worker stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_building.py"/>
        <location filename="../../gui/network_workspace.py"/>
        <location filename="../../gui/train_workspace.py"/>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/workspace_joining.py"/>
        <source>Networks are switched off in this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/activation.py"/>
        <source>No activation: the value stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>No answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_code.py"/>
        <source>No code for this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_code.py"/>
        <location filename="../../gui/docks/train_code.py"/>
        <source>No code yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>No figures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <source>No filters here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <source>No filters yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>No gradient here: the layer is frozen, or nothing was trained yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>No layer has all these words in its line: remove some of the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <source>No layer is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/why/grad_cam.py"/>
        <source>No layer of this network gives maps, so none can tell where in the picture something is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/mistakes_page.py"/>
        <source>No mistakes. Click a cell to see its pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/saving.py"/>
        <location filename="../../engine/network/sessions.py"/>
        <source>No network is open. Open one from the gallery or from a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layers.py"/>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>No network yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/sessions.py"/>
        <source>No picture has gone through the network yet. Choose one, or start the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>No picture is left to learn from. Keep fewer aside for validation and test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/batches.py"/>
        <source>No picture of this batch can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/histogram_plot.py"/>
        <source>No picture to count yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>No picture was kept aside to judge by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>No picture yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>No pictures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/checking.py"/>
        <source>No pictures yet: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_results.py"/>
        <source>No results yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>No rim: the maps get smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>No rim: the result is smaller than the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>No shortcut is faster than the {taps} multiplications of this {height} × {width} kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>No stages yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <source>No stamp reaches this place, so it stays 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>No table for this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>No table yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera_worker.py"/>
        <source>No video comes from {device}. Check that the camera is on, in the same network, and that the address is the one of its video (MJPEG or RTSP), not of its web page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/sources_menu.py"/>
        <source>No webcam found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/robustness_page.py"/>
        <location filename="../../engine/imaging/noise.py"/>
        <location filename="../../engine/imaging/stages/noise.py"/>
        <location filename="../../engine/network/data/specs.py"/>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <location filename="../../engine/sources/samples.py"/>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/noise.py"/>
        <source>Noisy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models_on_disk.py"/>
        <source>None found in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/finishing.py"/>
        <source>None of the training pictures can be read any more. Are they still there? Open the data again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/scores.py"/>
        <source>None of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>None of these below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>Normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>Normalise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <source>Not saved: it was cancelled. “{name}” is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/project_actions.py"/>
        <source>Not taken along, because only earlier trainings used it: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_code.py"/>
        <source>Not while it trains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/source_panel.py"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>Nothing at all: every map is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>Nothing can be learnt from this picture: it is too even, so many kernels give the same map. Choose one with edges in all directions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/exports.py"/>
        <location filename="../../gui/train/saving.py"/>
        <source>Nothing has been trained yet. Press Train first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>Nothing here is in this part: {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/kept_aside.py"/>
        <source>Nothing is drawn by lot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>Nothing is frozen or cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>Nothing is frozen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_shelf.py"/>
        <source>Nothing is kept yet. “Keep in my library…” puts the present kernel here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/lacking.py"/>
        <source>Nothing is learnt from of: {names}. Put some of each into training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/kept_aside.py"/>
        <source>Nothing is put by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>Nothing is unfrozen later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/lacking.py"/>
        <source>Nothing is watched while training of: {names}. Put some of each into validation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>Nothing is watched while training. Put some pictures of each class into validation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/inside.py"/>
        <source>Nothing more to see here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/lacking.py"/>
        <source>Nothing of “{name}” is learnt from. Put some of it into training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/lacking.py"/>
        <source>Nothing of “{name}” is watched while training. Put some of it into validation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/visits.py"/>
        <source>Nothing slides here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>Nothing to ask about yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>Nothing to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>Nothing to compare yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>Nothing to explain yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Nothing to learn from yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_footer.py"/>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/panel.py"/>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_footer.py"/>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Nothing was changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recent_menu.py"/>
        <source>Nothing was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>Nothing was recorded here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/clip.py"/>
        <source>Nothing was recorded, so there is no clip. Record for a moment longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Nothing was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>Nothing watched yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <location filename="../../gui/docks/settings/source_panel.py"/>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>Numbers of the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_footer.py"/>
        <source>Numbers that a network could learn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Occlusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/parameter_form.py"/>
        <source>Odd, from {minimum} to {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>Of all positions only those that a stride of {step_down} × {step_across} keeps are shown: here it is faster to compute them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <source>Of the pictures called this class, the share that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <source>Of the pictures of this class, the share that is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>Of {total} maps the {shown} are drawn that vary most; the pairs are those of all maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rescaling.py"/>
        <source>Offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>On one value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>On this picture no place makes a difference to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>On this picture nothing in the maps of “{layer}” speaks for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>One circle, square, triangle, star, cross, ring … a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/filters.py"/>
        <source>One input map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>One kernel for every channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>One kernel sees one direction and one width only, so a whole bank is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <location filename="../../gui/docks/train_code.py"/>
        <source>One moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/mistakes_page.py"/>
        <location filename="../../gui/train/part_bar.py"/>
        <location filename="../../gui/train/robustness_page.py"/>
        <source>One moment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/panel.py"/>
        <source>One moment, this is being worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/curves_view.py"/>
        <source>One moment: the first steps are drawn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/batch_view.py"/>
        <source>One moment: the training worker is starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/filters.py"/>
        <source>One of its filters is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/budget.py"/>
        <source>One picture takes {count:,} multiply-adds; this program takes on {limit:,}. Use a smaller input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>One picture, large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/scores.py"/>
        <source>One score only: this network measures one thing and has no classes to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>One size only, and just as sensitive to noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>One step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/scrubber.py"/>
        <source>One step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/scrubber.py"/>
        <source>One step on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/pooling.py"/>
        <source>One window over everything: each map becomes one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>One window over the whole picture: each map becomes a single number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Only AdamW decays weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/noise.py"/>
        <source>Only Gaussian noise has a sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_choice.py"/>
        <source>Only a kernel of your own has its own numbers. Choose “own”, or leave them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Only a picture that comes in; add layer after layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <source>Only a rim that holds a constant has a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Only cross-entropy has smoothed labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/reshaping.py"/>
        <source>Only one side of the shape can be −1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/noise.py"/>
        <source>Only salt and pepper hit a share of the pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/noise.py"/>
        <source>Only speckle has a strength.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Only the first channel is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/activation.py"/>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <source>Only the leaky ReLU has a slope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Only the ridge stays: values that beat both neighbours along the direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Only the second channel is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Only the third channel is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>Only whole windows; a rest at the edge is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>Only {taps} of the {cells} weights are not zero, and the others are skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_actions.py"/>
        <source>Only “{name}” is opened, and nothing else that came with it. To go through many pictures with the arrow keys, drop their folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Open a Keras network from a .keras, .h5 or TensorFlow.js file. Nothing in it is ever run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train_workspace.py"/>
        <source>Open a data file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train_workspace.py"/>
        <source>Open a folder of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/opening_state.py"/>
        <source>Open a network and watch it look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>Open a network; every layer stands here with what it costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>Open a network; every value in it can be followed back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>Open a network; its classes stand here as bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_code.py"/>
        <source>Open a network; the Keras script that builds it stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <source>Open a network; the filters of its layers stand here, with every number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>Open a network; the values of its layers are counted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>Open a network; then ask which part of the picture its answer rests on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>Open a network; then put another one beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_actions.py"/>
        <source>Open folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>Open its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_building.py"/>
        <source>Open layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_building.py"/>
        <source>Open layers “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layers.py"/>
        <source>Open layers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Open log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <location filename="../../gui/train_workspace.py"/>
        <source>Open network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Open network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Open picture or video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_actions.py"/>
        <source>Open picture, video or recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/project_actions.py"/>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recent_menu.py"/>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recipe_actions.py"/>
        <source>Open recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recipe_actions.py"/>
        <source>Open recipe “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Open recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>Open the trained network in the Network workspace, on the live picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/actions.py"/>
        <source>Open training job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Open training job…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/code.py"/>
        <source>OpenCV + NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/driver.py"/>
        <source>Opening the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/driver.py"/>
        <source>Opening the data: {count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/driver.py"/>
        <source>Opening the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/materials.py"/>
        <source>Opening the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/judged.py"/>
        <source>Opening the trained network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <location filename="../../gui/top_bar.py"/>
        <source>Opening {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/project_actions.py"/>
        <source>Opening “{name}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/reshaping.py"/>
        <location filename="../../engine/network/maps.py"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Oriented edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_menus.py"/>
        <source>Other stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Others become 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Otherwise each channel has a kernel of its own, as in a CNN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <location filename="../../engine/network/layers/transposed.py"/>
        <source>Output padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>Output size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layer.py"/>
        <source>Output: not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>Over which axes mean and variance are taken; −1 is the channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_choice.py"/>
        <source>Own kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_menus.py"/>
        <location filename="../../gui/docks/settings/kernel_families.py"/>
        <location filename="../../gui/models/stage_offers.py"/>
        <source>Own kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_families.py"/>
        <location filename="../../gui/models/stage_offers.py"/>
        <source>Own numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/recorded.py"/>
        <source>Own pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Own weights again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/builder.py"/>
        <source>Own weights for filter {filter} of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/closeness.py"/>
        <source>PSNR {psnr:.1f} dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/closeness.py"/>
        <source>PSNR {psnr:.1f} dB · SSIM {ssim:.3f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/moving.py"/>
        <source>Padding: 0 in the rim, the value itself elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>Paint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_panel.py"/>
        <source>Paint inside its frame or outside, and see whether it moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Paint on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/batches.py"/>
        <source>Pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/window.py"/>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/parameter_view.py"/>
        <source>Parameter table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <location filename="../../gui/docks/recipe_footer.py"/>
        <location filename="../../gui/docks/train_layers.py"/>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <location filename="../../engine/network/layers/layer.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>Parameters that training changes; the others are frozen or measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layer.py"/>
        <source>Parameters: {formula}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>Part of all parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train_workspace.py"/>
        <source>Part of what was set for training is lost and is as at first. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>Paste kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <source>Paste numbers from a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Paste picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/recipe_edits.py"/>
        <source>Paste {count} stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <location filename="../../gui/docks/train_model.py"/>
        <location filename="../../gui/widgets/scrubber.py"/>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_footer.py"/>
        <source>Per frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Per pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/reshaping.py"/>
        <source>Permute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/palettes.py"/>
        <source>Photograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Photographer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Photographs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Picks out texture by direction and width. First layers of trained networks look like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/source_panel.py"/>
        <location filename="../../gui/widgets/picture_view.py"/>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/npz.py"/>
        <source>Picture {number} in “{name}” holds values that are no numbers and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <location filename="../../gui/save_actions.py"/>
        <location filename="../../gui/train/centre.py"/>
        <location filename="../../gui/train/figures_page.py"/>
        <location filename="../../engine/network/data/specs.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <source>Pictures added later are drawn by lot: {validation:.0%} validation, {test:.0%} test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <source>Pictures added later are learnt from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <source>Pictures added later go where their files say, or are drawn by lot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/folder.py"/>
        <source>Pictures beside the class folders belong to no class and are left out: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/status_bar.py"/>
        <source>Pictures drawn in the last second. A picture that stands still is drawn once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/kept_aside.py"/>
        <source>Pictures of each class in each part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/batch_view.py"/>
        <source>Pictures of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/mistakes_page.py"/>
        <source>Pictures of the chosen cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>Pictures of the data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <source>Pictures of the live source go into this class as long as you hold this, or the key {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <source>Pictures of the live source go into this class as long as you hold this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/recording.py"/>
        <source>Pictures that could not be deleted: {count}. Are they open in another program? Close it and delete again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Pictures whose classes are known for certain, as many as you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_actions.py"/>
        <source>Pictures, videos and recipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>Pictures/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/blocks.py"/>
        <source>Plain block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/scrubber.py"/>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Play or pause the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>Point at the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Pooling and sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/scrubber.py"/>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/palettes.py"/>
        <location filename="../../engine/network/maps.py"/>
        <source>Positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/alone.py"/>
        <source>Positive values pass, negative ones are multiplied by a slope that was learnt, here {slope}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Positive where it gets brighter downward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Positive where it gets brighter to the right, as at the edge │.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Positive where it gets brighter towards the lower right corner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Positive where it gets brighter towards the upper right corner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Positive where it is bright above and dark below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Positive where it is bright left and dark right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Positive where it is brighter upper left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Positive where it is brighter upper right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/sessions.py"/>
        <source>Preparing the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Presenter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>Press Learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>Press Train: filters and maps are kept after every epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/curves_view.py"/>
        <source>Press Train: how wrong the network is, step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/curves_view.py"/>
        <source>Press Train: the share of right answers is drawn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Previous or next picture of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Prewitt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Printed page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>Progress of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/project_actions.py"/>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Projects take pictures along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Put a copy of the selected stage behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Put every panel of this workspace back to its first place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>Put it in my library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_code.py"/>
        <location filename="../../gui/widgets/code_view.py"/>
        <source>Put the code into the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_code.py"/>
        <source>Put the code into the clipboard. It also needs the .npz file that saving puts beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/drawing.py"/>
        <source>Put the drawing into this class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Put the kernel in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_panel.py"/>
        <source>Put the picture back as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Put the pictures, the data and the network into the project, so that it is the same on another computer. Otherwise it only says where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Put the result, as it is drawn, into the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>Put the selected pictures into a part by hand: training (T), validation (V) or test (E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>Put the selected pictures into another class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Put this value under the microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Put “{kernel}” in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Put “{kernel}” into filter {filter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/saving/writing.py"/>
        <source>Putting the file into its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/exports.py"/>
        <location filename="../../gui/widgets/code_view.py"/>
        <source>Python (*.py)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_code.py"/>
        <source>Python code of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/code.py"/>
        <source>Python code of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_code.py"/>
        <source>Python code of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>RMSprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <source>ROC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>ROC of the classes that are hardest to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <source>Random brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <source>Random contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <source>Random mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <source>Random shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <source>Random turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/built.py"/>
        <source>Random weights follow from it: the same seed gives the same network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>Random weights: it knows nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <source>Random zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/dropout.py"/>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>Raw scores have no scale on which a share could be asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/scores.py"/>
        <source>Raw scores: they sum to {total}, not to 1, so they are no probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <location filename="../../engine/network/layers/activation.py"/>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>ReLU6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Read a recipe that was saved before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layers.py"/>
        <source>Read the layers of a network that were saved before; they get random weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/opening.py"/>
        <source>Reading the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_menus.py"/>
        <source>Ready-made recipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <source>Ready-made recipes, and your own in files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Real pictures that are there without any file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>Real pictures that come with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Really delete every picture?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/sources_menu.py"/>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models_on_disk.py"/>
        <source>Recent networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>Receptive field: how many pixels of the picture one value looks at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/docks/recipe.py"/>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/recipe_edits.py"/>
        <source>Recipe {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <location filename="../../gui/recipe_actions.py"/>
        <source>Recipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <source>Record 20 pictures after a countdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/recording.py"/>
        <source>Record clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>Record my own pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>Recorded earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recording.py"/>
        <source>Recording to “{name}” …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Red only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>Red ∗ its kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/network/building_footer.py"/>
        <location filename="../../gui/recipe_actions.py"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/train/actions.py"/>
        <source>Redo in the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/network_building.py"/>
        <source>Redo in the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/network/building_footer.py"/>
        <source>Redo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Reflection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernels.py"/>
        <source>Relief and stripes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Remove filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/recipe_actions.py"/>
        <source>Remove stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/building_edits.py"/>
        <source>Remove the block of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Remove the selected card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Remove the selected layer of the network that is being built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Remove the whole block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <source>Remove this class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Remove this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/building_edits.py"/>
        <source>Remove {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/recipe_edits.py"/>
        <source>Remove {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Remove, the longest branch stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>Removes salt-and-pepper noise entirely where a mean only smears it. Straight edges stay sharp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/recipe_edits.py"/>
        <source>Rename kernel {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/building_edits.py"/>
        <source>Rename {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>Replaces every pixel by the mean of its window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <location filename="../../gui/train/exports.py"/>
        <source>Report as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <location filename="../../gui/train/exports.py"/>
        <source>Report as a web page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rescaling.py"/>
        <source>Rescaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/reshaping.py"/>
        <source>Reshape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/blocks.py"/>
        <source>Residual block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/blocks.py"/>
        <source>Residual block, half the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Resizing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_controls.py"/>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/session_actions.py"/>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Restore last session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/session_actions.py"/>
        <source>Restore session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/session_actions.py"/>
        <source>Restore what you had?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Retina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/network/layers/rims.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Rim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Rim at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Rim holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Rim value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Rising diagonal edges ╱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Roberts cross</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_results.py"/>
        <source>Robustness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Rocket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/robustness_page.py"/>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>Rounds corners and swallows thin lines; large windows look painted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/second.py"/>
        <source>Rounds corners off and joins edges that lie close together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/grid_text.py"/>
        <source>Row {row} has {found} cells, the first row {width}. Make all rows alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_choice.py"/>
        <source>Row {row} of the kernel has {found} numbers, the first row {width}. Make all rows alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/grid_text.py"/>
        <source>Row {row}, cell {column} divides by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/grid_text.py"/>
        <source>Row {row}, cell {column} is empty. Write 0 if it should not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/grid_text.py"/>
        <source>Row {row}, cell {column} is too large a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/grid_text.py"/>
        <source>Row {row}, cell {column} is too long for a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/grid_text.py"/>
        <source>Row {row}, cell {column} is “{text}”, which is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_choice.py"/>
        <source>Row {row}, cell {column} of the kernel is {value}, but must be a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Rows above and below, columns left and right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <source>Rows and columns cut off the result on every side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>Rows and columns of every kernel. All filters of a stage have the same size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <source>Rows and columns of your kernel. Growing adds zeros around it, shrinking cuts off the outermost numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>Rows become columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rims.py"/>
        <source>Rows cut off above and below, columns left and right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Rows of the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rims.py"/>
        <source>Rows of zeros above and below, columns left and right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Rows: what a picture is. Columns: what it was taken for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_code.py"/>
        <source>Run by itself, it builds these layers; saved as .keras beside it, with weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/code.py"/>
        <source>Run by itself, it gives these very numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_code.py"/>
        <source>Run by itself, it trains to the same curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/running.py"/>
        <source>Running the frozen layers, once for every picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/exports.py"/>
        <source>Runs by itself and trains to the same curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>SELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Saliency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/noise.py"/>
        <source>Salt and pepper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/ready_made.py"/>
        <source>Salt-and-pepper noise, and the median that takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <location filename="../../gui/train/exports.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/exports.py"/>
        <source>Save as a Python script…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/exports.py"/>
        <source>Save as {form}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/exports.py"/>
        <location filename="../../gui/widgets/code_view.py"/>
        <source>Save code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/save_actions.py"/>
        <source>Save current picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Save current picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_building.py"/>
        <source>Save layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layers.py"/>
        <source>Save layers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <source>Save network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models_on_disk.py"/>
        <source>Save network as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Save network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <source>Save numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/project_actions.py"/>
        <source>Save project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Save project as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recipe_actions.py"/>
        <source>Save recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Save recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/exports.py"/>
        <source>Save report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/save_actions.py"/>
        <source>Save result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Save result…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <source>Save table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <source>Save the exact numbers for NumPy (.npy).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <source>Save the layer's numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Save the layer's numbers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/maps_view.py"/>
        <source>Save the maps as they are drawn, or their numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>Save the table as CSV, Markdown or HTML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/exports.py"/>
        <source>Save the trained network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/exports.py"/>
        <source>Save the trained network, the training as a script, or a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/actions.py"/>
        <source>Save training job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Save training job…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/exports.py"/>
        <source>Save what was trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/saving.py"/>
        <source>Saved as “{name}”, with “{beside}” beside it, which it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/project_actions.py"/>
        <source>Saved as “{name}”, {size} MB taken along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <location filename="../../gui/save_actions.py"/>
        <location filename="../../gui/train/saving.py"/>
        <source>Saved as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/code_view.py"/>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/saving/formats.py"/>
        <source>Saving as {title} needs {packages}, which did not come with the program. Run “pip install {packages_apart}” in its environment and start it again, or save as .keras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/saving.py"/>
        <source>Saving “{name}” ends as soon as this step is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/saving.py"/>
        <location filename="../../gui/train/saving.py"/>
        <source>Saving “{name}”, step {step} of {steps}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/saving.py"/>
        <location filename="../../gui/train/saving.py"/>
        <source>Saving “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <location filename="../../engine/network/maps.py"/>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/scale_bar.py"/>
        <source>Scale from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Scale to the true extremes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/maps_view.py"/>
        <source>Scale: {whose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Scharr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>Search a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>Search the pictures in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <source>Search the pictures of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>Search “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>See the result with and without the selected stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/builder.py"/>
        <location filename="../../engine/imaging/noise.py"/>
        <location filename="../../engine/network/built.py"/>
        <location filename="../../engine/network/data/specs.py"/>
        <location filename="../../engine/network/data/splitting.py"/>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/drawing.py"/>
        <source>Select a class first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/visits.py"/>
        <source>Select a kernel or a pooling stage to count its visits to each pixel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/inside.py"/>
        <source>Select a kernel, pooling, noise, Canny or transposed stage, or a median behind noise, to look inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layer.py"/>
        <location filename="../../gui/network/opening_state.py"/>
        <source>Select a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>Select a layer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>Select a layer of the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/mistakes_page.py"/>
        <source>Select a picture to see what speaks for which class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/panel.py"/>
        <source>Select a stage on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>Select a stage to see its formulas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>Select pictures elsewhere, then “Keep for” or the key {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_footer.py"/>
        <source>Select the first layer that does not fit; its settings say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Select the next stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Select the stage before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Sensitive to noise, and its angles are off by a degree or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/depthwise.py"/>
        <source>Separable convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Set data, network and settings as a job that was saved says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/special_editors.py"/>
        <source>Set {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/stage.py"/>
        <location filename="../../gui/docks/train_model.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/exports.py"/>
        <source>Settings, pictures, curves, figures, mistakes and the table of layers, in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Several shapes a picture, with their boxes and masks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/input.py"/>
        <location filename="../../engine/network/layers/reshaping.py"/>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>Shape of what comes out: height × width × channels, or values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <source>Share of a negative value that a leaky ReLU lets through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>Share of each class that is kept for the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>Share of each class that is watched while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Share of the picture that is covered at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Share of the pictures it happens to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/noise.py"/>
        <source>Share of the pixels that salt and pepper hit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>Shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>Shared axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>Shares of every class, drawn by lot with a seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>Sharp features and contrast; suits sparse data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/sharpen.py"/>
        <source>Sharpen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernels.py"/>
        <source>Sharpening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/sharpen.py"/>
        <source>Sharpens noise as well and can leave bright seams along edges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/drawing.py"/>
        <source>Sheet to draw on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/robustness_page.py"/>
        <location filename="../../engine/network/layers/declarations.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Show a network camera, for example a phone with a camera app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Show a picture, a video or a recipe from a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>Show one input channel with its products, or all side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Show the folder with the program's log, for a report of a problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_footer.py"/>
        <source>Show the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/batch_view.py"/>
        <source>Show the next batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/maps_view.py"/>
        <source>Show the picture that the network sees, or give the maps its room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Show the picture, the path or the camera address in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/batch_view.py"/>
        <source>Show the same pictures as they are, before they are varied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Show the source beside the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/picture_corners.py"/>
        <source>Show the stage's own input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Show what the selected stage gets to work on beside its result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/filters.py"/>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_words.py"/>
        <source>Shown is what its two steps, in depth and across, come to together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/canny.py"/>
        <source>Shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Shows only slopes that face the light or turn away from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/plain.py"/>
        <source>Shows what padding, stride and the activation do by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/batches.py"/>
        <source>Shuffled, and scaled to the numbers that the network was made for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>SiLU (swish)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <location filename="../../engine/network/training/job.py"/>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Side of the kernel; odd, so that it has a centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Side of the kernel; with an even one, “same” pads one side more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>Side of the window; odd, so that it has a centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Sideways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <location filename="../../engine/imaging/noise.py"/>
        <source>Sigma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Sigma at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>Sigma of colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>Sigma of space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/palettes.py"/>
        <location filename="../../engine/network/maps.py"/>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>Signed where a map has values below 0, positive elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Silhouette of a horse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/noise.py"/>
        <source>Single pixels turn white or black, like broken cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>Single values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <location filename="../../gui/docks/settings/source_panel.py"/>
        <location filename="../../engine/imaging/brush.py"/>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/sharpen.py"/>
        <source>Size and sigma choose how coarse the detail is that gets stronger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Size varies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>Slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Slope across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/canny.py"/>
        <source>Slope across {across:.1f}, down {down:.1f}: strength {strength:.1f} at {direction:.0f}°. After thinning {thin:.1f}; by the thresholds {verdict}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Slope down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>Slow, and it takes salt-and-pepper pixels for detail worth keeping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Small kernels, many of them in a row, see as far as large ones and better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models_menu.py"/>
        <source>Small, for live pictures: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Smaller pixels, in both pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>Smears edges and leaves square traces. Salt-and-pepper noise is lowered and smeared, not removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>Smooth in every direction, without the square traces of the box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/ready_made.py"/>
        <source>Smooth the noise away, find the vertical edges, drop the sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernels.py"/>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>Smooths along one direction and keeps what runs along it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>Smooths areas and leaves edges sharp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/stage_offers.py"/>
        <source>Smooths where values are alike and leaves edges standing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/second.py"/>
        <source>Smooths with a Gaussian and takes the Laplacian, both in one kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>Smooths; suits noisy data, outliers matter less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>So little of the picture may be left that what it shows is gone, while the label stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Sobel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Sobel for horizontal edges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Sobel for vertical edges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Sobel with weights tuned so that the slope comes out alike in every direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Softplus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>Softsign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>Solved at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/solved_start.py"/>
        <source>Solving the last layer from the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Some of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/labels.py"/>
        <source>Some pictures in “{name}” belong to several classes or to none. Each needs exactly one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>Something is connected to “{name}”, but there is no such layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/maps_view.py"/>
        <source>Sort again by the present picture (S). In between maps stay in place, so as not to flicker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Sort the maps again, while the keyboard is in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>Sorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/median.py"/>
        <source>Sorted, {place} of {count} is the middle. Wild values never get there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>Sorts the values of the window and takes the middle one. It is not linear and has no kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/central.py"/>
        <location filename="../../gui/docks/stage.py"/>
        <location filename="../../gui/models/recipe.py"/>
        <location filename="../../gui/top_bar.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/central.py"/>
        <source>Source and result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>Sparsity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/noise.py"/>
        <source>Speckle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <location filename="../../gui/widgets/scrubber.py"/>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>Speed of the walk: {slowest} to {fastest} values a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Splitting a convolution in depth and across channels makes it eight times cheaper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/dropout.py"/>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/noise.py"/>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Spread of Gaussian noise, in gray levels of 0–255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/noise.py"/>
        <source>Spread of speckle, as a share of each pixel's own brightness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Spread of the Gaussian.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Spread of the bell curve over the stripes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Spread of the bell curve; 0 takes it from the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Spread of the noise, in gray levels of 0–255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Spreads values away from their mean or pulls them towards it: fog and glare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <source>Squeezes every value between 0 and 1; 0 becomes one half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <source>Squeezes every value between −1 and 1; values as large as 0–255 all end near ±1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Stack with an earlier layer's maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/commands/apply.py"/>
        <source>Stage {number}, {stage}, cannot be applied: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/recipe.py"/>
        <source>Stage {position} of the recipe cannot be used: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/recipe.py"/>
        <source>Stage {position} of the recipe is damaged. Open an earlier copy of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>Stages and what they cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_list.py"/>
        <source>Stages of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Stained tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <source>Stamps on each pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <source>Stamps, summed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Standard convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>Start anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_families.py"/>
        <source>Start from the numbers that are there and change any of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>Start in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/troubles.py"/>
        <location filename="../../gui/worker_status.py"/>
        <source>Start it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/driver.py"/>
        <source>Starting the training worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>Starts from gray noise and changes it, step by step, so that this map answers more and more strongly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>Statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Step edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>Step length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Step through the pictures of a folder with the arrow keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>Step {step}: the maps are {loss} gray levels apart, the worst weight {error:.1%}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/curves_view.py"/>
        <source>Step {step}: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Steps divided by how large gradients were of late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_workspace.py"/>
        <source>Stop at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Stop early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>Stop looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recording.py"/>
        <source>Stop recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>Stop the walk (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/training_words.py"/>
        <source>Stopped before the first epoch was over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Straight down the slope, nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <location filename="../../engine/imaging/noise.py"/>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/about_kernel.py"/>
        <source>Strengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>Stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/histogram_plot.py"/>
        <source>Stretch small counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <location filename="../../engine/network/layers/declarations.py"/>
        <location filename="../../engine/network/layers/pooling.py"/>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Stripes under a bell curve: answers where stripes of this width and direction are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Stripes, checks, dots, grain, bricks, waves …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Stronger slopes are edges for certain; what lies between must touch one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/merging.py"/>
        <source>Subtract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>Sum + bias {bias:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Swap left and right, so that the camera shows you as a mirror does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/recipe_edits.py"/>
        <source>Switch off {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/recipe_edits.py"/>
        <source>Switch on {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recipe_actions.py"/>
        <source>Switch stage off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recipe_actions.py"/>
        <source>Switch stage on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Switch stage on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/stage.py"/>
        <source>Switch this stage off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/stage.py"/>
        <source>Switch this stage on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Take all stages away; undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Take back the last change of the network that is being built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Take back the last change of the pictures and classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Take back the last change of the recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Take channel {channel} out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Take into Kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Take its kernel out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/drawing.py"/>
        <source>Take the drawing off the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Take the kernels out of this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_panel.py"/>
        <source>Take the last stroke back (Ctrl+Z on the picture).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>Take the mean away from every number, so that flat areas vanish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Take the selected stage out of the recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/merging.py"/>
        <source>Taken over unchanged from map {channel} of input {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/merging.py"/>
        <source>Taken over unchanged from row {row}, column {column} of input {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/batches.py"/>
        <source>Tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_words.py"/>
        <location filename="../../engine/network/data/splitting.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernels.py"/>
        <source>Texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Textures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>That is beside our sum by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/grid_text.py"/>
        <source>That is too much text for a kernel. Copy at most {limit} × {limit} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/tour.py"/>
        <source>The Network workspace is not drawn: the network worker could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/tour.py"/>
        <source>The Train workspace is not drawn: the training worker could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>The answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_words.py"/>
        <source>The answer is {name}, before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_words.py"/>
        <source>The answer was {before}, now it is {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/archive.py"/>
        <source>The archive holds no “{name}”, so it is no model that can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/archive.py"/>
        <source>The archive holds {count:,} files; a model has at most {limit:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/archive.py"/>
        <source>The archive holds “{name}”, which points outside of it. It is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/archive.py"/>
        <source>The archive is locked with a password. Save it without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/archive.py"/>
        <source>The archive would unpack to more than {limit:,} bytes, which no model here needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>The axes {axes} do not fit values of {count} axes. Use numbers from 1 to {count}, or −1 for the channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>The axis is {axis}, but only the channels, axis −1, can be normalised here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>The axis it works along; −1 is the channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/batch_view.py"/>
        <source>The batch that goes in now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/centre.py"/>
        <source>The batch that goes in, and the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>The best edges of all: thin, connected and little disturbed by noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/volume.py"/>
        <source>The bias has the shape {shape}, but must be one number for each of the {maps} filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/editing.py"/>
        <source>The block that ends in “{name}” also feeds “{other}”, so it cannot be taken as a whole. Change its layers one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/padding.py"/>
        <source>The border is "{value}", but must be one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/convolution.py"/>
        <location filename="../../engine/imaging/volume.py"/>
        <source>The border's value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>The brighter a pixel, the more what speaks for {name} changes when the pixel does, a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models_menu.py"/>
        <source>The bundled backbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>The certain ones, and the possible ones that touch them, however far along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>The changes to the network are damaged. Open an earlier copy of the job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>The channels are summed up first; the same maps for less than half of the work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/taking_up.py"/>
        <source>The checkpoint in “{folder}” belongs to another network or to other classes. Start the training anew, or open the job that it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/checkpoints.py"/>
        <source>The checkpoint in “{folder}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/checkpoints.py"/>
        <source>The checkpoint in “{folder}” is damaged, so the training cannot go on from it. Start it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/saving/writing.py"/>
        <source>The class names did not arrive in the new file, so it was not kept. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>The class that the question is about: the network's own answer, or any other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>The classes are colours; what is drawn in them varies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>The classes are directions, and so much turning makes one into another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>The classes differ in how bright they are, and so much contrast hides that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>The classes differ in how bright they are, and this changes the brightness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>The classes differ in how sharp they are, and this makes all of them blurred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>The classes differ in left and right, and this swaps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>The classes differ in size, and this changes the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>The classes differ in the way they run, and turning changes that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>The classes differ in their colours, and this changes the colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>The classes differ in their grain, and noise is grain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>The classes differ in up and down, and this swaps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recording.py"/>
        <source>The clip “{name}” has a single frame, as nothing changed in the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recording.py"/>
        <source>The clip “{name}” has {count} frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/script/writing.py"/>
        <source>The code comes as one of: {flavours}; not as {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/exhibit_view.py"/>
        <source>The colours go from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/scale_bar.py"/>
        <source>The colours reach from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>The columns in reverse order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>The confusion matrix of {count} classes is too large for a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera_worker.py"/>
        <source>The connection to {device} was lost. It is tried again by itself; check the camera and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>The corners too, so diagonals count as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>The curve that each value goes through at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>The data cannot be changed while the network learns from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>The data set has the setting “{setting}”, which this version does not know. Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>The data set “{name}” holds no picture. Record some, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>The data set: what the network learns from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>The description of the data set is damaged, or from a newer version. Choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>The description of the data set is incomplete. Choose the data set again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/specs.py"/>
        <source>The description of the picture source is damaged. Choose the source again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/specs.py"/>
        <source>The description of the picture source is incomplete. Choose the source again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>The description of the split is damaged. Choose the split again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>The difference across an edge, smoothed a little along it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>The difference of two pixels that touch at a corner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/geometry.py"/>
        <location filename="../../engine/imaging/padding.py"/>
        <location filename="../../engine/imaging/transposed.py"/>
        <source>The dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>The disk is full, so “{name}” could not be saved. Free some space or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/clip.py"/>
        <source>The disk is nearly full, so the recording “{name}” was ended early and kept. Free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/distribution/cluster.py"/>
        <source>The environment variable TF_CONFIG cannot be understood. It needs a cluster with workers and a task with type “worker” and an index; or take it away and use --workers and --index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/commands/apply.py"/>
        <source>The exact numbers were written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>The figures come with the next maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_library.py"/>
        <source>The file of your kernels was damaged. It is kept as “{aside}”. Kernels saved from it: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/hdf5.py"/>
        <source>The file points to “{name}” somewhere else, which is not followed. Export the model into one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/tensorflow_js.py"/>
        <source>The files end before the weights “{name}” do. Download the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recent_menu.py"/>
        <source>The files stay; only the list of them is emptied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>The filter then looks at this channel only. Otherwise its other channels keep their numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <source>The filters have different sizes. Give all of them the same size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/batch_view.py"/>
        <source>The first batch comes here as soon as there is data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/about_kernel.py"/>
        <source>The flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/tour.py"/>
        <source>The folder “{folder}” cannot be made: {reason}. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_library.py"/>
        <source>The folder “{folder}” for your kernels cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>The folder “{folder}” is not there any more, so “{name}” could not be saved. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/why/patches.py"/>
        <source>The folder “{name}” cannot be read. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/opening.py"/>
        <source>The folder “{name}” holds no “model.json”. Choose a TensorFlow.js model, or a .keras file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/folder.py"/>
        <source>The folder “{name}” is not there any more. The last picture is kept; reconnect the drive and step again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>The folders or files for training and test; what they leave open is drawn by lot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/ring.py"/>
        <source>The frame {shape} takes {needed} bytes, but its place in shared memory has only {room}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>The gaps of the dilation count as weights of zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/grid_text.py"/>
        <source>The grid is {height} × {width}, but a kernel has at most {limit} × {limit} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <source>The harmonic mean of both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_kernels.py"/>
        <source>The height is even, so there is no middle row: “same” pads one row more below than above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/input.py"/>
        <source>The input has no shape. Give it height, width and channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <source>The input is a stack of {count} maps, which has no colours. Choose “Volume” or “Each by itself” as the channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/job.py"/>
        <source>The input size is {value}, but must be two whole numbers from 1 to {most}: height and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/models.py"/>
        <source>The job does not say which network it trains. Choose the network again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/actions.py"/>
        <source>The job is saved as “{name}”. “{command}” runs it without a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>The kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>The kernel has a weight that is infinite or no number. Give every cell a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_choice.py"/>
        <source>The kernel has no rows of numbers. Give it from 1 × 1 to {limit} × {limit} of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>The kernel has the shape {shape}, but must be {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>The kernel is empty. Give it at least one weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>The kernel is first flipped in both axes, as in maths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <source>The kernel is flipped in both axes, as convolution wants it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/exchange.py"/>
        <source>The kernel is {found}, but the filters of “{layer}” are {expected}. Choose a kernel of that size, or change the layer's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/padding.py"/>
        <source>The kernel is {height} × {width} and dilation spreads it over {reach_height} × {reach_width}, but the padded picture is only {rows} × {columns}. Use a smaller kernel, less dilation, or padding "same".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/padding.py"/>
        <source>The kernel is {height} × {width} but the padded picture is only {rows} × {columns}. Use a kernel of at most {rows} × {columns}, or padding "same".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_choice.py"/>
        <source>The kernel is {height} × {width}, but must be from 1 × 1 to {limit} × {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>The kernel slides as it is. This is what CNNs do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernels.py"/>
        <source>The kernel that changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>The kernel that makes the map that is to be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/padding.py"/>
        <source>The kernel's side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/filters.py"/>
        <source>The kernels for one of the maps before, one for each filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/filters.py"/>
        <source>The kernels for red, green and blue as one picture; gray is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/filters.py"/>
        <source>The kernels of one filter have different sizes. Give all of them the same size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_panel.py"/>
        <source>The keys [ and ] change it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/labels.py"/>
        <source>The labels in “{name}” are no whole numbers, so they name no classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>The largest of {count} values wins; the others are dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>The largest piece from the middle that has the right shape; no distortion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>The last layer begins with weights calculated from all pictures at once instead of random ones. With few pictures it hardly gets better than that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>The last layer that is kept; a new head follows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layer.py"/>
        <source>The layer is not in the open network yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/layer.py"/>
        <source>The layer “{kind}” has a setting “{name}” that is not known here. Is the file from a newer version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>The layer “{kind}” is program code of its author's (from “{module}”), which is never run. Open a network of Keras's own layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/why/grad_cam.py"/>
        <source>The layer “{layer}” gives no maps, so it cannot tell where. Choose a layer before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/why/maximisation.py"/>
        <source>The layer “{layer}” has no channel {channel}: it has {count}, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/going_back.py"/>
        <source>The layer “{layer}” of the network has weights that are no numbers, so it cannot learn. Open an earlier copy of the network, or cut the layer off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>The layer “{name}” cannot be used: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>The layer “{name}” is fed by nothing, or by itself through others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/published/weights.py"/>
        <location filename="../../engine/network/reading/legacy.py"/>
        <source>The layer “{name}” needs {expected} arrays of weights, but the file holds {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>The layer's name; layers of a nested model stand indented under it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network_building.py"/>
        <source>The layers are saved as “{name}”. “{command}” reads them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/budget.py"/>
        <source>The layers give {count:,} values for one picture; this program takes on {limit:,}. Use a smaller input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/edits.py"/>
        <source>The list of changes to the data set is damaged. Open an earlier copy of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/recorded.py"/>
        <source>The list of classes is damaged, so their names are lost. The pictures are all there: rename the classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/reading.py"/>
        <source>The list of contents is lost, so nobody can say whether files are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rescaling.py"/>
        <source>The list of numbers is empty. Give at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms.py"/>
        <source>The list of transforms is damaged, or has more than {most} entries. Set them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/opening_state.py"/>
        <source>The list on the left names all of them; their maps appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/view_actions.py"/>
        <source>The log is in “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/curves.py"/>
        <source>The log “{name}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/curves.py"/>
        <source>The log “{name}” is too large to be one of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>The logarithm of the softmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/going_back.py"/>
        <source>The loss stopped being a number {count} times, also at a lower rate. The weights of epoch {epoch} are kept. Train anew at a rate of {new_rate:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/going_back.py"/>
        <source>The loss stopped being a number: the steps were too large. The weights are those of epoch {epoch} again, and the rate is a tenth: {rate:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <source>The lowest and the highest value that a pixel can have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>The map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>The map of the value that you chose last, or the first one of the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>The map that varies most first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>The map with the largest mean first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>The map with the largest value first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>The map with the most zeros first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/opening_state.py"/>
        <source>The maps of “{layer}” appear with the next picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/maps_view.py"/>
        <source>The maps of “{layer}” are on their way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>The mean along a line, as if the camera had moved while the shutter was open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/noise.py"/>
        <source>The mean and the median of the same windows. Higher is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>The mean of {count} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/noise.py"/>
        <source>The mean spreads each wild pixel over its neighbours; the median drops it. Higher is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/finishing.py"/>
        <source>The memory ran out with a single picture at a time. Use smaller pictures or a smaller network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/finishing.py"/>
        <source>The memory ran out with {batch} pictures at a time. Set the batch to {new_batch_size}, or use smaller pictures; what was learnt before is not lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>The microscope goes from value to value by itself; P again stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/stage_offers.py"/>
        <source>The middle of each window's sorted values: takes salt and pepper away, keeps edges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/convolution.py"/>
        <source>The mode is "{value}", but must be one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>The model does not say what shape its input has, so its layers have no sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>The model does not say what shape its input has, so its layers have no sizes. Save it after it has been built or used once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>The model has an input in the middle of its layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>The model has no layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>The model has {count} layers; at most {limit} can be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>The model is a class of its own, “{kind}”, whose code would have to be run. Only Sequential and Functional models can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>The model names “{name}” as its beginning or end, but has no such layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/tensorflow_js.py"/>
        <source>The model needs the file “{name}” beside it, which is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>The model nests models more than {limit} deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>The model nests too deep to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/tensorflow_js.py"/>
        <source>The model points to “{name}” outside of its folder, which is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>The model takes exactly {count} pictures at once. Save it without a fixed batch size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>The model takes pictures of any size. Choose the height and width at which it is to be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/tracing.py"/>
        <source>The model “{name}” takes {expected} inputs, but gets {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/tracing.py"/>
        <source>The model “{name}” takes {expected}, but {shape} comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/keras_file.py"/>
        <source>The model's description is damaged and cannot be read. Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/values.py"/>
        <source>The model's description is damaged: “{name}” should be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/links.py"/>
        <location filename="../../engine/network/describing/model.py"/>
        <location filename="../../engine/network/describing/values.py"/>
        <location filename="../../engine/network/reading/hdf5.py"/>
        <location filename="../../engine/network/reading/tensorflow_js.py"/>
        <source>The model's description is damaged: “{what}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>The most correlated maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_library.py"/>
        <source>The name is empty. Type a name for the kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/recorded.py"/>
        <source>The name of a class was lost; it is called “{name}” now. Rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_choice.py"/>
        <source>The name of a kernel must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>The name “{name}” holds a sign that names cannot have, such as “/” or “:”. Leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>The name “{name}” is too long for this folder. Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/tensorflow_js.py"/>
        <source>The names of the weights do not tell to which layers they belong. Export the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <source>The nearer a pixel, the larger its share; the shares sum to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <source>The nearest pixel is repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/going_back.py"/>
        <source>The network answers its first pictures with values that are no numbers, so nothing can be learnt from them: its weights are far too large. Choose another network, or begin this one from scratch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <location filename="../../engine/network/catalogue.py"/>
        <source>The network by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>The network cannot be changed while it learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>The network does not say which version it has, so it cannot be read safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>The network gives {count} answers at once; this is the first, “{first}”. Among the layers, too: {others}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>The network has no input. Put an input layer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>The network has no layer “{path}” any more. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>The network has no output. Say which layer is the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/budget.py"/>
        <source>The network has {count:,} layers; this program takes on {limit:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/budget.py"/>
        <source>The network has {count:,} parameters; this program takes on {limit:,}. Use a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>The network has {count} inputs; only one with a single picture as its input can be trained here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>The network has {count} layers; at most {limit} can be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>The network is asked for everything that went into this value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>The network is damaged: its layers cannot be listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_words.py"/>
        <source>The network is given the same pixels as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>The network nests models more than {limit} deep, which cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/heat_picture.py"/>
        <source>The network reckoned with numbers that are none here, so there is nothing to draw. Try another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/seen_picture.py"/>
        <source>The network takes pictures of this size: height × width × channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/finished.py"/>
        <source>The network tells {trained} classes apart, but the data has {found} now. Train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>The network that learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/top_bar.py"/>
        <source>The network that looks: one of the gallery, small or as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>The network that you built before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>The network was saved by a newer Kernelscope (file version {found}, this program reads {known}). Update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why.py"/>
        <source>The network worker ended this before it was finished. Ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why.py"/>
        <source>The network worker is not ready yet. Ask again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/saving.py"/>
        <source>The network worker is not ready yet. Save again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why.py"/>
        <source>The network worker stopped before it could answer. Ask again when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/live/plan.py"/>
        <source>The network “{name}” is a program of its own, not a graph of layers, and cannot be opened up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>The network's file is damaged and cannot be read. Open an earlier copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>The network's list of inputs does not name each of its inputs once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/job.py"/>
        <source>The network's own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/saving/writing.py"/>
        <source>The new file answers otherwise than the network (by {difference}), so it was not kept. Save it in another form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/saving/writing.py"/>
        <source>The new file could not be read back, so it was not kept. Try again, or save in another form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>The next picture (Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>The next picture of the folder. The right arrow key does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/noise.py"/>
        <source>The noise missed this value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/noise.py"/>
        <source>The noise moved it by {change:+g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>The number in the rim when it holds a constant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>The numbers go in as they are; the bias stays. Undo takes them out again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_kernels.py"/>
        <source>The numbers sum to 0, so no factor can make their sum 1. Change a number first; edge kernels stay so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_kernels.py"/>
        <source>The numbers would become too large. Use a smaller factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>The opposite side of the picture follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/reshaping.py"/>
        <source>The order {order} does not name each of the {count} axes once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>The outermost pixel goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/transposed.py"/>
        <source>The output padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <source>The output padding is {value}, but must be less than the stride or the dilation ({limit}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/transposed.py"/>
        <source>The output padding is {value}, but must be less than the stride, {stride}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/transposed.py"/>
        <source>The output padding is {value}, but must be smaller than the stride or the dilation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/padding.py"/>
        <location filename="../../engine/imaging/transposed.py"/>
        <source>The padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/padding.py"/>
        <source>The padding is "{value}", but must be one of: {names}, or a number of pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/pool_geometry.py"/>
        <source>The padding is {value}, but pooling knows only "valid" and "same".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <source>The padding of {padding} cuts away the whole result. Use less padding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_words.py"/>
        <source>The paint lies inside what this value sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_words.py"/>
        <source>The paint lies outside what this value sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>The parts are being worked out …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/drop.py"/>
        <source>The pasted picture could not be kept in “{folder}”. Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>The path of the data set is damaged. Choose the data set again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/specs.py"/>
        <source>The path of the picture source is damaged. Choose the source again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <location filename="../../engine/network/data/recording.py"/>
        <source>The picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/layers.py"/>
        <source>The picture as it comes in; it has no maps of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe.py"/>
        <source>The picture as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>The picture before (Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>The picture before this one in the folder. The left arrow key does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/recording.py"/>
        <source>The picture could not be packed. Record it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>The picture goes on as in a mirror.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>The picture has the shape {shape}, but must be height × width or height × width × channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>The picture has the shape {shape}, but must be height × width × channels. Give a gray one a last axis of length 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>The picture holds infinite or missing values, which a shortcut would spread: none is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>The picture is empty: its shape is {shape}. Use a picture of at least 1 × 1 pixel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>The picture is {height} × {width}, which is too small to learn a {size} × {size} kernel from. Use one of at least {least} × {least}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>The picture lies smaller, at a random place, in a rim: things may be far away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>The picture mirrored at its edge pixel, which stands once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>The picture mirrored, its edge pixel twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/ring.py"/>
        <source>The picture needs {needed} MB of shared memory, but only {free} MB are free. Use a smaller resolution, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernels.py"/>
        <source>The picture plus some of its own detail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/specs.py"/>
        <source>The picture source has the setting “{setting}”, which this version does not know. Update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/autosave.py"/>
        <source>The picture source is lost. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/specs.py"/>
        <source>The picture source is of the kind “{kind}”, which this version does not know. Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/recorder.py"/>
        <source>The picture stands still, so it was recorded once. Choose a webcam or moving source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>The picture that excites the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why.py"/>
        <source>The picture was lost on the way. Ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/padding.py"/>
        <source>The picture's side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/quality.py"/>
        <source>The pictures have the shapes {first} and {second}, but must be alike to be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/npz.py"/>
        <source>The pictures in “{name}” have the shape {shape}, but must be (count, height, width) or (count, height, width, channels) with 1, 3 or 4 channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/labels.py"/>
        <source>The pictures in “{name}” have the shapes {shapes}, but must all be of one height and width, with 1 or 3 channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/past.py"/>
        <source>The pictures that it was judged by cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/map_page.py"/>
        <source>The pictures were not laid out. Choose PCA or t-SNE to do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>The pieces come as they are found, the strongest first; a click leads to each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>The pieces that excite the map most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>The pixel at the edge goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/pooling.py"/>
        <source>The pooling is "{value}", but must be one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>The pooling window is {height} × {width} but the picture only {rows} × {columns}. Use a smaller extent, or padding “same”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/worker_status.py"/>
        <source>The process in which neural networks run. It may take some seconds to start; nothing waits for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/layout.py"/>
        <source>The project names a file outside itself, which is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/reading.py"/>
        <source>The project was saved by a newer Kernelscope (file version {found}, this program reads {known}). Update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>The random weights to begin with follow from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/recipe.py"/>
        <source>The recipe does not say which version it has, so it cannot be read safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/recipe.py"/>
        <source>The recipe file is damaged and cannot be read. Open an earlier copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/recipe.py"/>
        <source>The recipe has {count} stages; at most {limit} fit. Remove some first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/autosave.py"/>
        <source>The recipe is lost. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recipe_actions.py"/>
        <source>The recipe is saved as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/recipe.py"/>
        <source>The recipe was made by a newer Kernelscope (file version {found}, this program reads {known}). Update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/recipe.py"/>
        <source>The recipe's title is not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/run_reports.py"/>
        <source>The report is saved as “{name}”, without confusion matrix, figures of the classes and mistakes: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/run_reports.py"/>
        <source>The report is saved as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/run_reports.py"/>
        <source>The report “{name}” was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/save_actions.py"/>
        <source>The result is in the clipboard as it is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <source>The result would be {side} pixels long; at most {limit} are drawn. Use a smaller factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <source>The result would be {side} pixels long; at most {limit} are drawn. Use a smaller stride.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>The result would hold {values} numbers, but at most {most} fit. Use a smaller picture, less padding or a larger stride.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/running.py"/>
        <source>The result would take {needed} MB of memory; beside the results before it there is room for {room} MB. Use a smaller picture, a larger stride, or fewer stages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <source>The rim's width follows from the padding; 1+2 means one before and two after. Choose “Custom” to set it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>The rows in reverse order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>The same by way of what speaks for the class alone; clearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>The same colour is the same number in all maps of the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>The same kernel for each; their results are summed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>The same kernel works on every channel by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/ready_made.py"/>
        <source>The same noise, and the mean that only smears it: compare with the median.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>The same number gives the same start, the same batches and the same curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/batches.py"/>
        <source>The same numbers where TensorFlow computes, transformed: decimal numbers now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>The same rate to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/noise.py"/>
        <source>The same seed gives the same noise, so that results can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>The same seed gives the same pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>The same seed splits in the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/moving.py"/>
        <source>The same value in another place: row {row}, column {column} of map {channel}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/blocks.py"/>
        <source>The same with stride 2 and twice the channels; a 1×1 convolution brings the shortcut to that size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/built.py"/>
        <source>The saved network is damaged and cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/built.py"/>
        <source>The saved network is damaged: where its weights come from cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/autosave.py"/>
        <location filename="../../engine/project/migrations.py"/>
        <source>The saved session is damaged and cannot be restored. Begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/scores.py"/>
        <source>The scores are no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/scores.py"/>
        <source>The scores sum to {total}, not to 1: each class is judged by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/maps_view.py"/>
        <source>The selected map as a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/migrations.py"/>
        <source>The session was saved by a newer Kernelscope (file version {found}, this program reads {known}). Update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/specs.py"/>
        <source>The setting “{field}” of the picture source must be a number from {minimum} to {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/specs.py"/>
        <source>The setting “{field}” of the picture source must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/specs.py"/>
        <source>The setting “{field}” of the picture source must be a whole number from {minimum} to {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/specs.py"/>
        <source>The setting “{field}” of the picture source must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_choice.py"/>
        <source>The settings of the kernel “{name}” are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>The settings of the training are damaged. Open an earlier copy of the job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>The settings that matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>The shapes of its layers are not known in advance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>The share of a negative value that leaks through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>The share of its speed that each weight keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>The share of the certainty that goes to the other classes, against overconfidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>The share of values dropped before the last layer in training, against learning by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/dropout.py"/>
        <source>The share of values that is dropped in each step of the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/reshaping.py"/>
        <source>The sides of the result; −1 for one side that follows from the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/activation.py"/>
        <source>The sigmoid squeezes every number into the range from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/activation.py"/>
        <source>The sign is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <source>The sign is dropped: dark-to-bright and bright-to-dark look alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>The simplest and fastest smoothing; its cost hardly grows with the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>The simplest gradient, easy to work out by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>The slope of a plane laid through the window; all rows count alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>The smallest edge kernel there is; very fast and very sharp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>The source's values come as they are. Select a stage on the left to look into its result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>The split names a part that is none of: train, validation, test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>The squared distance from 1 for the true class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/stage.py"/>
        <source>The stage “{kind}” has a setting “{name}” that is not known here. Is the recipe from a newer version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/transposed.py"/>
        <source>The stamps cover {height} × {width}, and a padding of {vertical} and {horizontal} cuts all of it off. Use less padding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/dropout.py"/>
        <source>The standard deviation of the noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>The steps were too long: the weights ran away. Take a smaller step length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/geometry.py"/>
        <location filename="../../engine/imaging/padding.py"/>
        <location filename="../../engine/imaging/pool_geometry.py"/>
        <location filename="../../engine/imaging/transposed.py"/>
        <source>The stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/pooling.py"/>
        <source>The stride is larger than the extent: values between the windows are never looked at. {dropped:.0%} of the values are dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/depthwise.py"/>
        <source>The stride is {vertical} down and {horizontal} across, but this layer moves equally far in both. Use one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/second.py"/>
        <source>The sum of the neighbours minus as many times the centre: how much a pixel differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/notify.py"/>
        <source>The system refused: {reason} ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>The table of layers is missing: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>The table of “{name}” is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>The target is {height} × {width}, but the kernel that learns only {size} × {size}. Make it larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>The ten highest of {count} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/saving.py"/>
        <source>The trained network is saved as “{name}”; the file was read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/saving.py"/>
        <source>The training goes on; the worker saves when it is over. Wait, or press Stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/job.py"/>
        <source>The training job does not say which version it has, so it cannot be read safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/job.py"/>
        <source>The training job has a part “{name}” that is not known here. Is the file from a newer version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/job.py"/>
        <source>The training job was saved by a newer Kernelscope (file version {found}, this program reads {known}). Update the program to run it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/saving.py"/>
        <source>The training worker is not ready yet. Save again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_code.py"/>
        <source>The training worker is starting; it writes the script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/run_reports.py"/>
        <source>The training worker stopped over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/run_reports.py"/>
        <source>The training worker was not ready yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_code.py"/>
        <source>The training worker writes the script as soon as it has time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/workspace_joining.py"/>
        <source>The training “{name}” was not finished when the window was closed; {epochs} epochs are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms.py"/>
        <source>The transform “{kind}” has a setting “{name}” that this version does not know. Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/map_page.py"/>
        <source>The two directions in which the pictures spread most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/activation.py"/>
        <source>The value is negative, so ReLU makes it 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/activation.py"/>
        <source>The value is negative, so only a small share of it leaks through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/activation.py"/>
        <source>The value is not negative, so it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>The value times its own sigmoid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>The value times the tanh of its softplus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>The values along the channels become shares that sum to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>The values as they are, for networks that scale by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/npz.py"/>
        <source>The values in “{name}” go from {low} to {high}, but must lie in 0 … 1, −1 … 1 or 0 … 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/merging.py"/>
        <source>The values of all {count} branches are multiplied: {factors}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>The values stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/commands/apply.py"/>
        <source>The values were written as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/commands/apply.py"/>
        <source>The values, shown from {low} to {high}, were drawn as in the window; .npy keeps the exact numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/hdf5.py"/>
        <source>The weights are damaged, so the model cannot be opened. Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/bilateral.py"/>
        <source>The weights are made anew for every pixel: near and of similar colour counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_close_up.py"/>
        <source>The weights are random: this network has not been trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>The weights before the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/hdf5.py"/>
        <location filename="../../engine/network/reading/tensorflow_js.py"/>
        <source>The weights “{name}” are damaged. Export the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/hdf5.py"/>
        <location filename="../../engine/network/reading/tensorflow_js.py"/>
        <source>The weights “{name}” are kept in a form that is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/tensorflow_js.py"/>
        <source>The weights “{name}” are larger than any layer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/hdf5.py"/>
        <source>The weights “{name}” are missing in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/weights.py"/>
        <source>The weights “{name}” are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/hdf5.py"/>
        <location filename="../../engine/network/weights.py"/>
        <source>The weights “{name}” are {found}, but the layer needs {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/hdf5.py"/>
        <source>The weights “{name}” lie in another file, which is not opened. Export the model into one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>The whole picture without distortion, with black bars beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>The whole picture, stretched to the right shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_kernels.py"/>
        <source>The width is even, so there is no middle column: “same” pads one column more right than left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/pool_geometry.py"/>
        <source>The window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/sessions.py"/>
        <source>The window has not said where its pictures lie. Start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/sessions.py"/>
        <source>The window has taken its pictures away meanwhile. Ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/windows.py"/>
        <source>The window is {height} × {width} but the maps that come in are only {rows} × {columns}. Use a smaller window, or padding “same”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/pool_geometry.py"/>
        <source>The window is {height} × {width} but the picture is only {rows} × {columns}. Use a window of at most {rows} × {columns}, or padding "same".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <source>The window shows gray: 0.299 R + 0.587 G + 0.114 B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/notify.py"/>
        <source>The window system reported a problem. The log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/pooling.py"/>
        <source>The windows overlap, because the stride is smaller than the extent: some values win more than once. {dropped:.0%} of the values are dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_code.py"/>
        <source>The worker is busy. The script comes when the training is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/distribution/cluster.py"/>
        <source>The worker's number is {index}, but there are {count} workers: their numbers are 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/distribution/together.py"/>
        <source>The workers have been given different jobs. Copy the same job file to each of them and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/tensorflow_js.py"/>
        <source>The zip file holds no “model.json”, so it is no TensorFlow.js model. In Teachable Machine choose “Export model”, “TensorFlow.js”, “Download”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/sums.py"/>
        <source>The {count} inputs are written in rows of {width}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} could not be started ({error}) and is being tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} could not be started ({error}) and stays off until you start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/supervisor.py"/>
        <source>The {name} has been closed and takes no more work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} no longer answered and was ended; it is being started again. Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} stopped answering too often and stays off until you start it again. Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} stopped because of an error ({error}) and is being started again. Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/messages.py"/>
        <source>The {name} stopped before it could answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} stopped too often, last because of an error ({error}), and stays off until you start it again. Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} stopped too often, last killed by signal {signal}, and stays off until you start it again. Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} stopped too often, last killed by signal {signal}, perhaps because memory ran out, and stays off until you start it again. Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} stopped too often, last with exit code {code}, and stays off until you start it again. Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} stopped unexpectedly (exit code {code}) and is being started again. Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} stopped unexpectedly (killed by signal {signal}) and is being started again. Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} stopped unexpectedly (killed by signal {signal}, perhaps because memory ran out) and is being started again. Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} was ended because the computer ran out of memory, and is being started again. Nothing of yours is lost; close other programs, or use something smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/endings.py"/>
        <source>The {name} was ended too often because the computer ran out of memory, and stays off until you start it again. Nothing of yours is lost; close other programs, or use something smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Theme: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Theme: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Theme: like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/idx.py"/>
        <source>There are no labels for the pictures in “{name}”. Put the file with the labels beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/grid_text.py"/>
        <source>There are no numbers in what was pasted. Copy a grid such as 1, 0, −1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/idx.py"/>
        <source>There are no pictures for the labels in “{name}”. Put the file with the pictures beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/batch_view.py"/>
        <source>There are no transforms: the pictures go in as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/finished.py"/>
        <source>There are no {part} pictures. Keep a share of the pictures aside for that before training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <source>There are only pictures of one kind, so there is no curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/idx.py"/>
        <source>There are several data sets side by side, such as “{one}” and “{other}”. Choose one file of the one you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/weights.py"/>
        <source>There are weights “{name}”, but no layer for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/recording.py"/>
        <source>There are {count} classes already, and no more fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/writing.py"/>
        <source>There are {count} files to take along, which is too much for one project file. Save it without its data; it then refers to the folder where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <source>There are {count} filters; at most {limit} can be shown at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>There are {count} means for {expected} channels. Give one, or one for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rescaling.py"/>
        <source>There are {count} numbers for {channels} channels. Give one, or one for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/distribution/cluster.py"/>
        <source>There are {count} workers' addresses. Name each worker once, from 1 to {most} of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>There are {means} means but {variances} variances. Give as many of one as of the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/recording.py"/>
        <source>There is a class “{name}” already. Give it another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>There is a setting “{name}” that is not known here. Is the file from a newer version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>There is a training setting “{name}” that is not known here. Is the file from a newer version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms.py"/>
        <source>There is a transform of a kind that this version does not know. Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_library.py"/>
        <source>There is already a kernel called “{label}”. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>There is no built-in picture called “{name}”. Choose one from the list of samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/exchange.py"/>
        <source>There is no channel {index}; each filter looks at {count}, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/checkpoints.py"/>
        <source>There is no checkpoint in “{folder}” to go on from. Start the training anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/why/scoring.py"/>
        <source>There is no class {index}: this network has {count}, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/recording.py"/>
        <source>There is no class “{name}” any more. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/opening.py"/>
        <source>There is no data set in “{name}”: no IDX files (as MNIST has), no CIFAR binary, no single NPZ file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/app.py"/>
        <source>There is no display to open a window on. “main.py tour OUT_DIR” draws it to PNG files instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/comparing.py"/>
        <source>There is no earlier picture to compare with. Begin to paint again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/exchange.py"/>
        <source>There is no filter {index}; the layer has {count}, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_library.py"/>
        <source>There is no kernel called “{label}” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_choice.py"/>
        <source>There is no kernel called “{name}”. Choose one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/editing.py"/>
        <source>There is no layer “{name}” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/moving.py"/>
        <source>There is no moving sample called “{name}”. Choose one from the list of samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/builder.py"/>
        <source>There is no network whose layers could be edited. Open one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/folder.py"/>
        <source>There is no picture in the folder “{name}”, so it is no class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/why/patches.py"/>
        <source>There is no picture in the folder “{name}”. Choose one with pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/folder.py"/>
        <source>There is no picture in the folder “{name}”. It may hold PNG, JPEG, WebP, TIFF, BMP and GIF files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/folder.py"/>
        <source>There is no picture in the folders of “{name}”. It needs one folder for each class, with pictures (PNG, JPEG, WebP, TIFF, BMP or GIF) in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/drop.py"/>
        <source>There is no picture in this. Use a picture, its file or path, a folder, a video, a network or a camera address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>There is no picture to ask about yet; it comes with the next maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>There is no picture to learn from. Open one at the top left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/painting_action.py"/>
        <source>There is no picture to paint on yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/recorder.py"/>
        <source>There is no picture to record yet. Choose a source at the top left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>There is no result to look into; above stands why. Change that, or select another stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera_worker.py"/>
        <source>There is no {device}. Plug it in, choose another one, or use the moving sample instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/messages.py"/>
        <source>There is not enough memory for this. Close other programs, or use a smaller picture or network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/notify.py"/>
        <source>There is not enough memory for this. Use a smaller picture or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>There is nothing to learn from yet: choose or record pictures first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>There is {count} class, but a network needs two to tell apart. Add another class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/edits.py"/>
        <source>There would be {count} classes, but at most {most} can be told apart here. Remove some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_words.py"/>
        <source>These are the filters of “{source}”: “{layer}” only changes its maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameters.py"/>
        <source>These are the parameters of a layer above, used once more; they are not counted again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/built_in.py"/>
        <source>These pictures come inside the package “{package}”, which is not whole here. Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/transforms_panel.py"/>
        <source>These pictures have no colour to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernels.py"/>
        <source>They sum to 0: flat areas vanish, changes stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernels.py"/>
        <source>They sum to 1: brightness stays, detail goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/stage_offers.py"/>
        <source>Thin, connected edges in four steps, each of which can be looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Thinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>This cannot be counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/panel.py"/>
        <source>This cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/robustness_page.py"/>
        <source>This could not be tried. Look at another panel and come back to try it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <source>This filter (.npy)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>This filter has {found} kernels, but its input {wanted} channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/colour.py"/>
        <source>This is a stack of {count} maps, not a picture. A picture has 1 to 4 channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>This is no Kernelscope network. Choose a file that was saved as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/recipe.py"/>
        <source>This is no Kernelscope recipe. Choose a file that was saved with “Save recipe”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/job.py"/>
        <source>This is no training job. Choose a file that was saved as one in the Train workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/about_kernel.py"/>
        <source>This kernel looks the same after a half turn, so both operations agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>This kernel looks the same turned by 180°, so correlation and convolution agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>This layer and all before it learn nothing: they are kept as is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>This layer has no filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>This layer has no maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>This network cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/models.py"/>
        <source>This network cannot be kept in a job. Save it as a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_code.py"/>
        <source>This network cannot be written as code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/saving/writing.py"/>
        <source>This network could not be written as {title}: {reason}. Save it as .keras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>This network does not choose between classes. Select its last layer to see its answer as maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/comparison.py"/>
        <source>This network has no layer of that kind here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/live/plan.py"/>
        <source>This network has no layer “{path}”. Choose one of its layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/live/plan.py"/>
        <source>This network has no layers. Open one that computes something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>This network has not been trained: its answer means nothing yet, nor do its reasons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>This network has not been trained: its answer means nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>This network has random weights as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/activations.py"/>
        <source>This network takes inputs of the shape {shape}, but a picture has height, width and channels. Open a network that takes pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/activations.py"/>
        <source>This network takes {count} inputs at once ({names}), but there is one picture only, so its maps cannot be shown. “main.py table FILE” prints its layers; open one with one input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/child/host.py"/>
        <source>This part of the program cannot do what was asked of it ({request}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>This picture cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/run_reports.py"/>
        <source>This run left no trained network that could be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_code.py"/>
        <source>This training cannot be written as code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>This training was broken off: no final figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/distribution/gathering.py"/>
        <source>This worker cannot listen at {address}: {reason}. Choose another port for it, on all workers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>This {height} × {width} kernel is a column times a row, so {multiplications} multiplications do the work of {cells}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>This {height} × {width} kernel is a column times a row; the column runs first, so that the row has fewer positions left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>This {height} × {width} kernel is a sum of {rank} kernels that are each a column times a row, so {multiplications} multiplications do the work of {cells}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/routes.py"/>
        <source>This {height} × {width} kernel is large and has no simpler form, so the picture is taken apart into waves: there, sliding the kernel becomes one multiplication for each wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/job.py"/>
        <source>Those that the network was made for, as far as that is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_panel.py"/>
        <source>Tidy my library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>To compare with Sobel, or where simple numbers matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>To explain what a convolution does. For real work Sobel or Scharr are better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>To feel what direction in a kernel means, or for an effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/second.py"/>
        <source>To find blobs and edges of one chosen scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/smooth.py"/>
        <source>To imitate or to understand shaken pictures, and to try networks on them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>To which size and which numbers every picture is brought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Tomography phantom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>Too few different pictures to keep some aside in every part: {names}. What is there is learnt from first; three of each class are the least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/top_bar.py"/>
        <source>Top bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/visits.py"/>
        <source>Top left corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <location filename="../../gui/top_bar.py"/>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/troubles.py"/>
        <source>Train at {rate:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>Train the network on the data on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/troubles.py"/>
        <source>Train, {batch} at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/layer.py"/>
        <source>Trainable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models_on_disk.py"/>
        <source>Trained networks on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models_menu.py"/>
        <source>Trained on drawn shapes, textures and digits: what it sees helps where there are few pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <location filename="../../gui/train/centre.py"/>
        <location filename="../../gui/train/part_words.py"/>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Training does not stop early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/curves.py"/>
        <source>Training gets {training:.0%} right, validation {validation:.0%}, and its loss rises again: it learns by heart. More pictures, transforms or dropout help; the best epoch is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/curves.py"/>
        <source>Training gets {training:.0%} right, validation {validation:.0%}: what is between is learnt by heart. More pictures, transforms or dropout narrow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/actions.py"/>
        <source>Training jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/room.py"/>
        <source>Training this network takes {needed:.1f} GB of memory at least, and {free:.1f} GB are free. Use smaller pictures or a smaller network, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/room.py"/>
        <source>Training with {batch} pictures at a time takes {needed:.1f} GB of memory at least, and {free:.1f} GB are free. Set the batch to {new_batch_size}, or use smaller pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train_workspace.py"/>
        <source>Training worker failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train_workspace.py"/>
        <source>Training worker ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train_workspace.py"/>
        <source>Training worker starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/curves.py"/>
        <source>Training {training:.0%} and validation {validation:.0%} are alike: what is learnt holds for new pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>Transforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>Transpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <location filename="../../engine/network/layers/transposed.py"/>
        <source>Transposed convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/wording.py"/>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <source>Transposed {kernel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_grid.py"/>
        <source>Turn by 90°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>Turned by half, “{one}” becomes “{other}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/label_breaking.py"/>
        <source>Turned far enough, “{one}” becomes “{other}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_values.py"/>
        <source>Turns all colours along the rainbow: the colour does not matter. Gray stays gray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Turns pictures about their middle: nobody holds a camera quite straight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/ready_made.py"/>
        <source>Twenty-five numbers and a kernel of nine: every product can be done in the head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Two convolutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Two convolutions and a shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/blocks.py"/>
        <source>Two convolutions, and what came in is added to what they make of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_menus.py"/>
        <source>Two convolutions, two poolings and three dense layers: 62,958 parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Two kernels are enough for every direction; at 0° and 90° it is Sobel itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <location filename="../../engine/network/drafting.py"/>
        <source>Two layers are called “{name}”. Give each a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>Two layers of the model are called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>Two networks, layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Two thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernels.py"/>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <location filename="../../gui/network/map_page.py"/>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/network/building_footer.py"/>
        <location filename="../../gui/recipe_actions.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>Undo a normalisation instead of doing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/train/actions.py"/>
        <source>Undo in the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/network_building.py"/>
        <source>Undo in the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/network/building_footer.py"/>
        <source>Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>Unfreeze after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>Unfreeze from here later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/dense.py"/>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>Units of a dense layer before the last one; 0 leaves it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/sharpen.py"/>
        <source>Unsharp mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Up and down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Upper left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Upper right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Upsampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Use it as {height}×{width}, with zeros around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>Use it live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/source_actions.py"/>
        <source>Use the moving sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/sources_menu.py"/>
        <source>Use the moving sample instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_words.py"/>
        <location filename="../../engine/network/data/splitting.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>Validation and test take {share:.0%} of the pictures, which leaves too few to learn from. Together they may take at most 95%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/curves.py"/>
        <source>Validation gets {validation:.0%} right, training {training:.0%}: transforms and dropout make training harder, or its mean still holds the start of the epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/kernel_editor.py"/>
        <source>Value of the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <location filename="../../engine/network/fitting.py"/>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/offers.py"/>
        <source>Values become shares that sum to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>Values below it count as negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Values blend into their neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>Values of a whole batch and parameters, as 32-bit numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>Values of this kind of layer are not taken apart. Choose the layer before or after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>Values of “{layer}” are not taken apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>Variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>Variances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>Vary each picture a little every time, so that the network does not learn them by heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Version and licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/view_actions.py"/>
        <source>Version {version}. Open source under the MIT licence. Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Vertical edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/visits.py"/>
        <source>Visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <source>Volume, {count} filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/opening_state.py"/>
        <source>Waiting for a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/driver.py"/>
        <source>Waiting for the network worker to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>Walk over the picture (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Walk over the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <source>Watched while training, never learnt from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Wavelength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>Way to compute it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Ways to ask which part of the picture an answer rests on. They may differ; each has its own blind spot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Weaker slopes are dropped, in Sobel's units for a picture of 0–255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/about_kernel.py"/>
        <source>Weaknesses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/exports.py"/>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/sources_menu.py"/>
        <source>Webcams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models_on_disk.py"/>
        <source>Weights that Keras has downloaded for its own networks lie there, and are offered here. This program downloads nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>What CNN layers do. Bright pictures get a dark frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>What comes in from outside, where the picture does not reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>What comes into the model cannot be used: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/noise.py"/>
        <source>What disturbs the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>What does the selected map look for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <location filename="../../gui/network/map_page.py"/>
        <source>What does this map look for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rescaling.py"/>
        <source>What each value is multiplied by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>What each window becomes. It has no parameters to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>What follows goes, and a new head takes its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>What goes together is told of maps. Choose a layer with more than one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/visits.py"/>
        <source>What happens at the edge counts less. A wider padding evens it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <source>What happens to every value after the sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>What happens where a window would reach over the edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>What in your pictures excites it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rescaling.py"/>
        <source>What is added then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>What is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/top_bar.py"/>
        <source>What is looked at: a sample, a file, a camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/bilateral.py"/>
        <source>What is no number counts as 0 here, and infinity as the largest number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>What is put into the rim around the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>What is taken away; empty where it was measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/about_kernel.py"/>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>What stands between the old values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>What the brush leaves behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>What the kernel does with a picture's colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>What the layer does, and its name in Keras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>What the learning rate is multiplied by from then on, so that nothing learnt is destroyed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/centre.py"/>
        <source>What the middle shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <source>What the network learns from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/seen_picture.py"/>
        <source>What the network sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>What the pictures look like is missing: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/live_preview.py"/>
        <source>What the source shows now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_footer.py"/>
        <source>What the stages took for the newest frame, without capturing and drawing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>What the training makes small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/field_picture.py"/>
        <source>What this value sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/running.py"/>
        <source>What was learnt cannot be saved yet and is held in memory. {reason} Then press Go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/data_menu.py"/>
        <source>What was recorded here before, the newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/reading.py"/>
        <source>What was set in the window is lost; files and runs are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/autosave.py"/>
        <source>What was set in the workspaces is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/watched.py"/>
        <source>What was watched after epoch {epoch} is not there any more or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/network_menu.py"/>
        <source>Whatever is open there, with its weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>When edges are to be lines: for measuring, for outlines, for finding shapes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>When the direction of an edge matters, not only its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/about_kernel.py"/>
        <source>When to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>Whenever single pixels are wildly wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>Where does this value come from?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/edges.py"/>
        <source>Where it gets brighter: 0° right (vertical edges), 90° down (horizontal edges).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>Where it gets brighter: 0° right, 90° down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_menu.py"/>
        <source>Where it goes without hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>Where large values are cut off: 6 makes a ReLU6. Empty, they are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>Where pictures go that nobody has put anywhere by hand, also those that are added later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Where the deepest maps speak for the class. Quick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/texture.py"/>
        <source>Where the light seems to come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Where the maps of the selected layer speak for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>Where the time of one picture goes, from the camera to the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Whether a learnt number is added to each channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Whether a rim of zeros is laid around the maps before the window slides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/specs.py"/>
        <source>Whether colours vary, tell nothing, or are the very thing to be learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>Whether each channel is multiplied by a learnt number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Whether the corners count as neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Whether the kernel is turned by 180° before it slides. CNN layers do not turn it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/pooling.py"/>
        <source>Whether the result stays a map, of 1×1 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>Whether the same colour means the same number in every map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/layer.py"/>
        <source>Whether training changes this layer. A frozen layer keeps what it has learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>Which axes have means of their own; none of them, and there is one for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/reshaping.py"/>
        <source>Which axis comes first, second and third; 1 is the height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/kernel_families/common.py"/>
        <source>Which edges stand out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Which filter; the map it gives has the same number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_families.py"/>
        <source>Which kernel slides over the picture. Every entry explains itself when hovered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/maps.py"/>
        <source>Which maps come first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>Which network beside this one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>Which numbers the network was trained on; the wrong ones give wrong answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/layer_kernel.py"/>
        <source>Which of the kernels before the 1×1 step. Each looks at one channel; all maps are mixed of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>Which of the maps before is shown with its window, kernel and products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/picture_corners.py"/>
        <source>Which of the result's maps is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <source>Which part is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>Which part of the picture does the answer rest on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>Which pictures the network never learns from, to judge it by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Which pixels would sway the class if they changed a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Which sides are swapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/canny.py"/>
        <source>Which step of the chain is the result. Walk through them to see how the edges arise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/brush.py"/>
        <source>White</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <source>Who says what is kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/splitting.py"/>
        <source>Who says which pictures are kept aside for watching and judging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <location filename="../../gui/docks/visits.py"/>
        <source>Whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>Whose roots divide; empty where they were measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>Why this answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>Why {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Widen, look, narrow: shortcuts between narrow layers keep a network small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/sizes.py"/>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <location filename="../../engine/network/layers/resizing.py"/>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_panel.py"/>
        <source>Width of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/rank_filters.py"/>
        <source>Width of the round window; odd, so that it has a centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/pooling.py"/>
        <source>Windows and winners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>Windows at the edge look at the real pixels that they have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/drawing.py"/>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>With depth, data and graphics cards, learnt features beat designed ones on ImageNet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/settings.py"/>
        <source>With momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <source>With padding “Valid” there is no rim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>With the shortcut they learn the difference; it costs no parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Without local response normalisation, which has no parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>Without the side classifiers of training and without local response normalisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/top_bar.py"/>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Workspace: Kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Workspace: Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Workspace: Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Worst mistakes, the most certain first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <source>Wrap around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Write data, network and settings to a file that “main.py train” runs without a window, here or on another machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Write everything that is set, and the training runs, to one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/special_editors.py"/>
        <source>Write numbers with a space between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/special_editors.py"/>
        <source>Write one number, two, or four: above, below, left, right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/code_view.py"/>
        <source>Write the code to a Python file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layers.py"/>
        <source>Write the layers and their settings, without weights, to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Write the open network with its weights to a file: .keras, TensorFlow Lite or ONNX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Write the picture as it comes from the source to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Write the project to another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Write the result of the selected stage to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Write the stages and their settings to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Write what the result shows to a video file, until it is clicked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Write what the selected layer gives for this picture to a NumPy file (.npy).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/special_editors.py"/>
        <source>Write whole numbers such as 32 × 32 × 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/saving/writing.py"/>
        <source>Writing the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/run_reports.py"/>
        <source>Writing the report “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>Written by Kernelscope. The same job and seed give the same curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>You will see which part of the picture it looks at, and the sum that made it, to the last digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>Your disk quota is used up, so “{name}” could not be saved. Free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_library.py"/>
        <source>Your kernels cannot be changed at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_library.py"/>
        <source>Your kernels could not be read back from the disk, so the old file was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_library.py"/>
        <source>Your kernels in “{path}” are damaged, and the file cannot be set aside. Rename it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_library.py"/>
        <source>Your kernels in “{path}” cannot be read. Close other programs that use the file and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_library.py"/>
        <source>Your kernels in “{path}” were kept by a newer Kernelscope. Update this one to use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_families.py"/>
        <location filename="../../gui/models/stage_offers.py"/>
        <source>Your own kernel, {height} × {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera_worker.py"/>
        <source>Your user account may not use {device}. Add it to the group “video” and log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rims.py"/>
        <source>Zero padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution_settings.py"/>
        <location filename="../../engine/network/training/kernel_learning.py"/>
        <source>Zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <source>Zeros between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/samples.py"/>
        <source>Zone plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Zoom both pictures at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/actions.py"/>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <source>a close-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic.py"/>
        <source>a part of {rows} × {columns} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>about {minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>about {seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/sign_shares.py"/>
        <source>above 0: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/editing.py"/>
        <source>adding a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_words.py"/>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/figures_panel.py"/>
        <source>against the clean picture:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>all others learnt from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/decode.py"/>
        <source>alpha laid over white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>always one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>and {count} more classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/about_kernel.py"/>
        <source>as it slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/kept_aside.py"/>
        <source>as the files say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/about_kernel.py"/>
        <source>as written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>at most {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/closeness.py"/>
        <source>at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/merging.py"/>
        <source>axis {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>batch of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_words.py"/>
        <location filename="../../gui/widgets/arithmetic.py"/>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>before the activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/sign_shares.py"/>
        <source>below 0: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_words.py"/>
        <source>bias {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/histogram.py"/>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <location filename="../../gui/network/filter_words.py"/>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <location filename="../../engine/network/data/generated/canvas.py"/>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/textures.py"/>
        <source>bricks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>broken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/kept_aside.py"/>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera.py"/>
        <location filename="../../engine/sources/cameras.py"/>
        <source>camera worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera.py"/>
        <source>camera {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/status_bar.py"/>
        <source>capture {capture} · compute {compute} · draw {draw} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/status_bar.py"/>
        <source>capture {capture} · forward {compute} · draw {draw} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/canny.py"/>
        <source>certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>certainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <location filename="../../gui/widgets/arithmetic_text.py"/>
        <source>channel {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/merging.py"/>
        <source>channels stacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <source>checkerboard: {low:.0f} to {high:.0f} stamps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/textures.py"/>
        <source>checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/shapes.py"/>
        <source>circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/scores.py"/>
        <location filename="../../gui/network/why_words.py"/>
        <source>class {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recording.py"/>
        <source>clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/decode.py"/>
        <source>contains values that are not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <source>convolving this gives the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/visits.py"/>
        <source>corner pixel   {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/shapes.py"/>
        <source>crescent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/shapes.py"/>
        <source>cross</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/canvas.py"/>
        <source>cyan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_painting.py"/>
        <source>dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>dead: {dead} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>different sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>distance of the maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/textures.py"/>
        <source>dots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/canny.py"/>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>e to the power of the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rescaling.py"/>
        <source>each channel by its own numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <source>even: no checkerboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <source>every channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/sign_shares.py"/>
        <source>exactly 0: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/built_in.py"/>
        <source>face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>false alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <location filename="../../gui/network/filter_close_up.py"/>
        <source>filter {filter}, {input}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_words.py"/>
        <source>filter {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_grid.py"/>
        <source>filter {number} · input map {input} · {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_grid.py"/>
        <source>filter {number} · row {row}, column {column} · red, green, blue {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_grid.py"/>
        <source>filter {number} · row {row}, column {column} · {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_grid.py"/>
        <source>filter {number}, input map {input} · row {row}, column {column} · {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>fine-tuned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/decode.py"/>
        <source>floating point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>for its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_why.py"/>
        <source>for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>from scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <location filename="../../gui/docks/train_layers.py"/>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>frozen, later fine-tuned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/textures.py"/>
        <source>grain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>gray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <location filename="../../engine/network/training/robustness.py"/>
        <source>gray levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/histogram.py"/>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <location filename="../../gui/network/filter_words.py"/>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <location filename="../../engine/network/data/generated/canvas.py"/>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/pooling.py"/>
        <source>green: the largest of its window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/shapes.py"/>
        <source>heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>height × width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>height × width × channels × filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>in </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/visits.py"/>
        <source>in the middle  {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/augmentation.py"/>
        <source>in training only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_close_up.py"/>
        <source>input map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>input map {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_close_up.py"/>
        <source>input map {number}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>is {true}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>its target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/editing.py"/>
        <source>keeping {count} pictures for {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic.py"/>
        <source>kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic.py"/>
        <source>kernel, {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic_text.py"/>
        <source>largest of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/comparison.py"/>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/editing.py"/>
        <source>leaving out {count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/project_actions.py"/>
        <source>lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/editing.py"/>
        <source>letting {count} pictures go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/maps_view.py"/>
        <source>map {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_facts.py"/>
        <source>map {channel} · row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_facts.py"/>
        <source>map {channel}: {low} … {high} · mean {mean} · zeros {zeros:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>map {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_words.py"/>
        <source>map {number} of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>maps of one picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/correlation_matrix.py"/>
        <source>maps {first} and {second}: one of them is the same everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/correlation_matrix.py"/>
        <source>maps {first} and {second}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/scale_bar.py"/>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/closeness.py"/>
        <source>measurements, no picture any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_parameters.py"/>
        <source>memory {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/editing.py"/>
        <source>moving {count} pictures to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/report.py"/>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/comparison.py"/>
        <location filename="../../gui/models/parameter_columns.py"/>
        <location filename="../../gui/models/report.py"/>
        <source>mult-adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>mult-adds   {count:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/picture.py"/>
        <source>named {extension} but is a {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/process.py"/>
        <source>network worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_layers.py"/>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/closeness.py"/>
        <source>no difference at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/built_in.py"/>
        <source>no face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <source>no parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/recipe.py"/>
        <source>no picture yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/closeness.py"/>
        <source>noisy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>none below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/curves_view.py"/>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/brush_words.py"/>
        <source>nothing moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <source>nothing to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>nothing: every layer learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>nowhere: only the answer is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_close_up.py"/>
        <source>numbers {first} to {last} of filter {filter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/closeness.py"/>
        <source>of another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_close_up.py"/>
        <source>of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/report.py"/>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/wording.py"/>
        <source>off: passes its input on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/batch_view.py"/>
        <source>one batch an epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>one class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/merging.py"/>
        <source>one value of each branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/canvas.py"/>
        <source>orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>orange: alike · blue: opposite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/comparison.py"/>
        <location filename="../../gui/models/parameter_columns.py"/>
        <location filename="../../gui/models/report.py"/>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/comparison.py"/>
        <location filename="../../gui/models/parameter_columns.py"/>
        <location filename="../../gui/models/report.py"/>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>parameters  {left} = {count:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/save_actions.py"/>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/canvas.py"/>
        <source>pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/canny.py"/>
        <source>possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/folder.py"/>
        <location filename="../../engine/sources/picture.py"/>
        <source>preview, the whole picture follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic.py"/>
        <source>products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/canvas.py"/>
        <source>purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recipe_actions.py"/>
        <source>recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/histogram.py"/>
        <location filename="../../gui/docks/settings/filters_panel.py"/>
        <location filename="../../gui/network/filter_words.py"/>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <location filename="../../engine/network/data/generated/canvas.py"/>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/editing.py"/>
        <source>removing a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/editing.py"/>
        <source>renaming a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/save_actions.py"/>
        <source>result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <location filename="../../gui/train/robustness_page.py"/>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>right, error {error:.1%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/marking.py"/>
        <source>rim of {size} px not drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/shapes.py"/>
        <source>ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/textures.py"/>
        <source>rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic_text.py"/>
        <source>row {number}: {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/microscope.py"/>
        <source>row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_close_up.py"/>
        <location filename="../../gui/widgets/number_grid.py"/>
        <source>row {row}, column {column}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/number_grid.py"/>
        <source>row {row}, column {column}: {value}, from the padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/seen_picture.py"/>
        <source>sees {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/comparison.py"/>
        <location filename="../../gui/models/parameter_columns.py"/>
        <location filename="../../gui/models/parameters.py"/>
        <source>shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/pooling.py"/>
        <source>sharp features, contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/central.py"/>
        <source>shown at 1/{factor} size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/central.py"/>
        <source>shown at 1/{factor} size while it moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/central.py"/>
        <source>shown at 1/{factor} size, more would not fit into memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/noise.py"/>
        <source>sigma {sigma:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>slides as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/activation.py"/>
        <source>slope {slope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic_text.py"/>
        <source>smallest of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/pooling.py"/>
        <source>smooth, steadier in noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/alone.py"/>
        <location filename="../../engine/network/drill/curves.py"/>
        <source>softmax: e to the power of this, divided by the sum of that over all {count} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic_text.py"/>
        <source>sorted:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/editing.py"/>
        <location filename="../../gui/train/kept_aside.py"/>
        <source>splitting in another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/shapes.py"/>
        <source>square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/report.py"/>
        <source>stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/shapes.py"/>
        <source>star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <location filename="../../gui/models/parameter_columns.py"/>
        <location filename="../../gui/train/curves_view.py"/>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/status_bar.py"/>
        <source>still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_runs.py"/>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/noise.py"/>
        <source>strength {strength:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/textures.py"/>
        <source>stripes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_words.py"/>
        <source>sum of weights {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/confusion_matrix.py"/>
        <source>taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/activations.py"/>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/activation.py"/>
        <source>tanh squeezes every number into the range from −1 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/decode.py"/>
        <source>the file is cut off: shown as far as it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/tuning_panel.py"/>
        <source>the first layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>the kernel's map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/noise.py"/>
        <source>the measure of all others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <location filename="../../gui/network/filter_words.py"/>
        <source>the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic.py"/>
        <source>the pixel in the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>the target's map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>the value in the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>the value in {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/pooling.py"/>
        <source>the whole map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>their gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_words.py"/>
        <source>then {layer}: × {factor} {shift}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/closeness.py"/>
        <source>this stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/comparison.py"/>
        <location filename="../../gui/models/parameters.py"/>
        <location filename="../../gui/models/report.py"/>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>trainable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/curves_view.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/process.py"/>
        <source>training worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/shapes.py"/>
        <source>triangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/confusion_matrix.py"/>
        <source>true class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/convolution.py"/>
        <source>turned by 180°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_facts.py"/>
        <source>unit {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>up to {share:.0%} of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>up to {share:.0%} wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/curves_view.py"/>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameter_columns.py"/>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/textures.py"/>
        <source>waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_words.py"/>
        <source>weights {low} … {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_kernel.py"/>
        <source>what it has learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/field_picture.py"/>
        <source>what it sees: {rows} × {columns} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/mistakes_page.py"/>
        <source>what speaks for {name} ({share:.0%})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic.py"/>
        <source>window from ({row}, {column})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic.py"/>
        <source>window, {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/functions.py"/>
        <source>x / (1 + |x|): like tanh, with longer tails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/marking.py"/>
        <source>x {column} · y {row} → {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/alone.py"/>
        <source>x · √variance + mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/canvas.py"/>
        <source>yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/generated/textures.py"/>
        <source>zigzag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>{asked} · score {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/training_words.py"/>
        <source>{at} · paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/training_words.py"/>
        <source>{at} · stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layer.py"/>
        <source>{before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>{classes} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>{columns} × {rows} pixels, {colours}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/script/facts.py"/>
        <source>{count:,} drawn pictures would take more than {most:,} MB beside the script. Set a smaller count or side in the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>{count} are no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/batch_view.py"/>
        <source>{count} batches an epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/kept_aside.py"/>
        <source>{count} by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameters.py"/>
        <source>{count} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/recording.py"/>
        <source>{count} came too fast to be recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>{count} could not be read: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_grid.py"/>
        <source>{count} filters of “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/own_library.py"/>
        <source>{count} kernels are kept already, and no more fit. Remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/table.py"/>
        <source>{count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_footer.py"/>
        <source>{count} layers do not fit. The network before stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_facts.py"/>
        <source>{count} maps · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/message_bar.py"/>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/reading.py"/>
        <source>{count} more files of the project are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/figures_panel.py"/>
        <source>{count} multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_words.py"/>
        <source>{count} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameters.py"/>
        <source>{count} of them are not trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/inside/transposed.py"/>
        <source>{count} of {steps} stamps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_facts.py"/>
        <source>{count} of {total} are 0 on this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_facts.py"/>
        <source>{count} of {total} never fire on this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/confusion_matrix.py"/>
        <source>{count} of {total} pictures of “{true}” were recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/confusion_matrix.py"/>
        <source>{count} of {total} pictures of “{true}” were taken for “{said}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>{count} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/map_page.py"/>
        <source>{count} pictures by what “{layer}” gives for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/telling.py"/>
        <source>{count} pictures cannot be read and are left out. The first: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/why_words.py"/>
        <source>{count} pictures were searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>{count} pictures · {classes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/why/occlusion.py"/>
        <source>{count} places are too many to cover one by one; at most {most} are. Use a larger step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_bar.py"/>
        <source>{count} put by hand. {later}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>{count} put by hand; {others}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>{count} remarks were made when it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/sums.py"/>
        <source>{count} stamps of each channel overlap here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <source>{count} stamps overlap here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_facts.py"/>
        <source>{count} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/reshaping.py"/>
        <source>{count} values come in, which do not fill the shape {shape}. Choose sides whose product is {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_words.py"/>
        <source>{count} weights are no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera_worker.py"/>
        <source>{device} did not open. Plug it in, close other programs that use it, and allow the camera in System Settings ▸ Privacy &amp; Security ▸ Camera; or use the moving sample instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera_worker.py"/>
        <source>{device} did not open. Plug it in, close other programs that use it, such as a video call, or use the moving sample instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera.py"/>
        <source>{device} does not answer. It is tried again by itself; check its plug or its network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera.py"/>
        <source>{device} gives no more pictures. Check its plug or its network; it is opened again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera_worker.py"/>
        <source>{device} gives no more pictures. Check its plug; it is opened again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera.py"/>
        <source>{device} is frozen on one picture. It is opened again by itself; if that does not help, unplug it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/camera_worker.py"/>
        <source>{device}, which stands in for a camera, cannot be played. Choose another video file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/run_reports.py"/>
        <source>{done} of {total} pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_model.py"/>
        <source>{epochs} epochs, batch {batch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_classes.py"/>
        <source>{facts} · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/map_page.py"/>
        <source>{facts}; these two directions hold {share:.0%} of the spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/cards.py"/>
        <source>{filter} has no setting “{setting}”. It has: {settings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>{first} and {second}  {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/figures_panel.py"/>
        <source>{formula} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/alone.py"/>
        <source>{formula}, with mean {mean} and variance {variance}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/convolution.py"/>
        <source>{groups} groups cannot share {channels} channels and {filters} filters evenly. Choose a number that divides both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/source_panel.py"/>
        <location filename="../../gui/models/parameters.py"/>
        <source>{height} × {width} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <location filename="../../engine/imaging/stages/transposed.py"/>
        <source>{height}×{width} · stride {stride}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/pooling.py"/>
        <source>{height}×{width} · stride {vertical}, {horizontal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/convolution.py"/>
        <source>{height}×{width} · {padding} · dilation {dilation} · {filters} filters{activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/transposed.py"/>
        <source>{height}×{width} · {padding} · stamps {stride} apart · {filters} filters{activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/convolution.py"/>
        <location filename="../../engine/network/layers/pooling.py"/>
        <source>{height}×{width} · {padding} · stride {stride}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/depthwise.py"/>
        <source>{height}×{width} · {padding} · stride {stride} · each channel by itself{activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/convolution.py"/>
        <source>{height}×{width} · {padding} · stride {stride} · {filters} filters in {groups} groups{activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/convolution.py"/>
        <source>{height}×{width} · {padding} · stride {stride} · {filters} filters{activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/depthwise.py"/>
        <source>{height}×{width} · {padding} · stride {stride}, then 1×1 · {filters} filters{activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/training_words.py"/>
        <source>{hours} h {minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/source_panel.py"/>
        <source>{kind}, 0 to {largest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/source_panel.py"/>
        <source>{kind}, any number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <source>{layer} filter {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_filters.py"/>
        <source>{layer} filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/maps_view.py"/>
        <source>{layer} map {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>{layer} map {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/maps_view.py"/>
        <source>{layer} maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>{layer} · map {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <location filename="../../gui/network/brush_panel.py"/>
        <source>{layer} · map {channel} · row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_page.py"/>
        <source>{layer} · map {channel}: step {step} of {steps}, mean of the map {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/transforms_of_place.py"/>
        <source>{least:.0%} of each side or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>{left} beside {right}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_comparison.py"/>
        <source>{left} → {right} parameters {times} · {left_macs} → {right_macs} mult-adds {macs_times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/histogram_plot.py"/>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>{low} … {high} · mean {mean} · deviation {deviation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/histogram.py"/>
        <source>{low} … {high} · mean {mean} · zeros {zeros:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>{map}, {place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/training_words.py"/>
        <source>{minutes} min {seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/distribution/gathering.py"/>
        <source>{missing} of {count} workers did not come within {seconds} seconds, the first {address}. Are all started, with the same list of addresses, and can they reach each other?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models_menu.py"/>
        <location filename="../../gui/train/network_menu.py"/>
        <source>{name} (small)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/settings/kernel_shelf.py"/>
        <source>{name} ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/alone.py"/>
        <source>{name} changes every value by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>{name} is {value}, but must be a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>{name} is {value}, but must be a whole number of at least {minimum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>{name} is {value}, but must be one number or two (vertical, horizontal).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/numbers.py"/>
        <source>{name} {low} … {high}, mean {mean}, zeros {zeros:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>{name} · {count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill/curves.py"/>
        <source>{name}({before}) = {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/figures_page.py"/>
        <source>{name}, area {area}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>{name}, number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <source>{name}: double-click to rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>{name}: {count:,} pictures of {classes} classes, about as many of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>{name}: {count:,} pictures of {classes} classes; the largest class has {times:.1f} times the pictures of the smallest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic_text.py"/>
        <source>{number} bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/large_picture.py"/>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/building_footer.py"/>
        <source>{parameters} parameters
{work} multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>{params:,} parameters, {trainable:,} of them learn; {macs:,} multiply-adds a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameters.py"/>
        <source>{params} parameters: {trainable} trainable, {fixed} not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/class_card.py"/>
        <location filename="../../gui/train/part_bar.py"/>
        <source>{part} {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/part_words.py"/>
        <source>{part}, put there by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/training_words.py"/>
        <source>{rate} pictures/s · {memory} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>{said}, {share:.0%} sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/training_words.py"/>
        <source>{seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/visits.py"/>
        <source>{share:.1%} of the pixels are never looked at: the stride steps over them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/noise.py"/>
        <source>{share:.1f}% of the pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/wording.py"/>
        <source>{share}% become 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/map_facts.py"/>
        <source>{shown} of {total} maps · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_statistics.py"/>
        <source>{shown} of {total} maps, each with each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_layer.py"/>
        <source>{sides} · {count} multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/frozen.py"/>
        <source>{size} in · {count} parameters, all learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/frozen.py"/>
        <source>{size} in · {count} parameters, {trainable} of them learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/bilateral.py"/>
        <location filename="../../engine/imaging/stages/median.py"/>
        <source>{size}×{size} · no kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/canny.py"/>
        <source>{size}×{size} · {low:g} and {high:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/central.py"/>
        <source>{stage} has no result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/recorder.py"/>
        <source>{taken} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/recorder.py"/>
        <source>{taken} recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/recipe_footer.py"/>
        <source>{time} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>{title} has {count} numbers; at most {limit} fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/parameters.py"/>
        <source>{title} is {value}, but must be a number from {minimum} to {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/parameters.py"/>
        <source>{title} is {value}, but must be a whole number from {minimum} to {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/parameters.py"/>
        <source>{title} is {value}, but must be an odd whole number from {minimum} to {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/parameters.py"/>
        <source>{title} is {value}, but must be one number or two (vertical, horizontal).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/declarations.py"/>
        <source>{title} is {value}, but must be one number, two, or ((top, bottom), (left, right)).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/parameters.py"/>
        <source>{title} is {value}, but must be one of: {options}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/parameters.py"/>
        <source>{title} is {value}, but must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/merging.py"/>
        <source>{title} needs branches of one height and width, but these come in: {shapes}. Give the branches the same stride and padding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/merging.py"/>
        <source>{title} needs branches of one shape, but these come in: {shapes}. Give both branches the same stride and number of filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/building.py"/>
        <source>{title} of {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/layer.py"/>
        <source>{title} takes at least {least} inputs, but gets {count}. Connect one more layer to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/layer.py"/>
        <source>{title} takes {least} inputs, but gets {count}. Connect the layers before it to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/layer.py"/>
        <source>{title} works on maps (height × width × channels), but {shape} comes in. Move it before the layer that flattens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/published/cards.py"/>
        <source>{title} · ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/published/cards.py"/>
        <source>{title} · ImageNet, without its head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/parameter_form.py"/>
        <source>{title}, horizontal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/parameter_form.py"/>
        <source>{title}, vertical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/choice_button.py"/>
        <source>{title}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic_text.py"/>
        <source>{total} … {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/parameters.py"/>
        <source>{trainable} trainable of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/map_page.py"/>
        <source>{true}, taken for {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/dense.py"/>
        <source>{units} units{activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/report/page.py"/>
        <source>{validation:.0%} validation, {test:.0%} test, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/patch_strip.py"/>
        <source>{value} in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/patch_strip.py"/>
        <source>{value} in {name}. Click to open the picture at this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_origin.py"/>
        <source>{value}, as Keras says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/rims.py"/>
        <source>{vertical} rows and {horizontal} columns are cut off, but the maps are only {rows} × {columns}. Cut less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/upsampling.py"/>
        <source>{vertical} × {horizontal} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/checks.py"/>
        <source>{what} holds values of the type {dtype}, but must hold whole or decimal numbers. Convert them first, to uint8 or float32 say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/train_inside.py"/>
        <source>{what}, up to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/map_page.py"/>
        <source>{what}: {share:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/mistakes_page.py"/>
        <source>{words} The data has changed since: no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/docks/network_answer.py"/>
        <source>{words} · from picture to screen {total:.0f} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/pictures_page.py"/>
        <source>{words} · {selected} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/comparison.py"/>
        <source>× parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/filter_words.py"/>
        <source>γ {gamma} · β {beta} · mean {mean} · variance {variance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/normalisation.py"/>
        <source>ε = {epsilon}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/tensorflow_js.py"/>
        <source>“model.json” is a TensorFlow.js graph model, which has no layers any more. Export it as a layers model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/distribution/cluster.py"/>
        <source>“{address}” is no worker's address. Write a name and a port from 1 to 65535, such as lab1:2222.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/addresses.py"/>
        <source>“{address}” is not a camera address. It looks like http://192.168.1.20:8080/video or rtsp://…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/checking.py"/>
        <source>“{few}” has only {count} pictures. Ten of each class are a beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/checking.py"/>
        <source>“{few}” has {count} pictures, “{many}” has {most}: the network would rather say “{many}”. Record more, or tick “Balance classes” in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/commands/train.py"/>
        <source>“{folder}” already holds a run. Add --resume to go on with it, or --out with another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>“{folder}” can only be read, so “{name}” could not be saved. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/exporting.py"/>
        <location filename="../../engine/network/training/finished.py"/>
        <source>“{folder}” holds no trained network yet. Train until the end, or stop the training first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/curves.py"/>
        <source>“{folder}” holds no training run. Choose the folder of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>“{folder}” is not a folder, so “{name}” could not be saved there. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>“{folder}” may not be written to, so “{name}” could not be saved. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/catalogue.py"/>
        <source>“{id}” is no network of the gallery. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/layers.py"/>
        <source>“{kind}” is an operation written into the model's code. Use a layer of Keras in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/layers/kinds.py"/>
        <source>“{kind}” is no layer that is known here. Is the file from a newer version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/stages/kinds.py"/>
        <source>“{kind}” is no stage that is known here. Is the recipe from a newer version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/filter_reading.py"/>
        <source>“{layer}” has no filters of its own. Choose a convolution or a dense layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drill_down.py"/>
        <source>“{layer}” has no value at row {row}, column {column} of map {channel}: it is {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/commands/table.py"/>
        <source>“{model}” always takes {shape}. Leave --size away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/commands/table.py"/>
        <source>“{model}” is no file and no network of the gallery. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/commands/table.py"/>
        <source>“{model}” takes pictures of any size. Say which one, for example with --size 224.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/header.py"/>
        <source>“{name}” begins like a {kind} picture but is damaged or cut off. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/editing.py"/>
        <source>“{name}” brings together what comes from different inputs, so there is no block to take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>“{name}” cannot be a name. Use one to {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/reading.py"/>
        <source>“{name}” cannot be opened: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/autosave.py"/>
        <location filename="../../engine/network/reading/opening.py"/>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/clip.py"/>
        <source>“{name}” could not be read back after recording. Record it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/saving.py"/>
        <source>“{name}” could not be read back after saving. Save it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>“{name}” could not be read: {reason}. Is the drive still connected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>“{name}” could not be saved in “{folder}”. Try again or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/tensorflow_js.py"/>
        <source>“{name}” describes no network. Choose the “model.json” of a TensorFlow.js layers model, or layers that were saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <location filename="../../engine/project/writing.py"/>
        <source>“{name}” did not arrive on the disk as it was written. Is the disk all right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/header.py"/>
        <source>“{name}” does not contain a picture. Pictures can be PNG, JPEG, WebP, TIFF, BMP or GIF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <location filename="../../engine/network/tracing.py"/>
        <source>“{name}” does not fit: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/cutting.py"/>
        <source>“{name}” does not take pictures, so it cannot be trained on some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>“{name}” feeds itself through the layers after it. A network has to run in one direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/tuning.py"/>
        <source>“{name}” gives values of shape {shape}; a new head needs maps or a list. Cut at another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/opening.py"/>
        <source>“{name}” has more than {limit:,} bytes, which is more than any network here needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/drafting.py"/>
        <source>“{name}” has no filters for a kernel. Choose a convolution, a depthwise or a transposed one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/kernel_reading.py"/>
        <source>“{name}” has no kernels to take. Choose a convolution, a depthwise or a transposed one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>“{name}” has no output {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>“{name}” has no output {number}; it has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/decode.py"/>
        <source>“{name}” has {channels} channels, but a picture has one (gray), three (RGB) or four (with alpha).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/labels.py"/>
        <source>“{name}” has {count:,} different labels, but at most {most:,} classes can be told apart here. Is it the right file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/architecture_file.py"/>
        <source>“{name}” has {size:,} bytes, which is more than any list of layers needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/folder.py"/>
        <source>“{name}” holds more than {most:,} pictures. Choose a folder with fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/folder.py"/>
        <source>“{name}” holds no folders, so it is not known what its pictures show. It is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/folder.py"/>
        <source>“{name}” holds no folders. A data set is a folder with one folder for each class, named for it, and the pictures of that class in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/npz.py"/>
        <source>“{name}” holds no pictures with labels, but {arrays}. Call the arrays x_train and y_train, or images and labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/npz.py"/>
        <source>“{name}” holds no pictures: its arrays are empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/idx.py"/>
        <source>“{name}” holds pictures that are not of eight bits, which cannot be read here. Export it with values from 0 to 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/npz.py"/>
        <source>“{name}” holds something else than numbers and texts (“{array}”), which is not opened, because it could run a program. Save plain arrays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/pictures.py"/>
        <source>“{name}” holds values that are no numbers, so nothing can be learnt from it. Save it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/npz.py"/>
        <source>“{name}” holds values that are no numbers, so nothing can be learnt from it. Save it without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/legacy.py"/>
        <source>“{name}” holds weights but no description of the layers. Save the whole model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/published/weights.py"/>
        <source>“{name}” holds weights for {count} layers, but the network has {expected}. Download the weights again with Keras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/npz.py"/>
        <source>“{name}” holds {count} arrays; a data set here has at most {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/folder.py"/>
        <source>“{name}” holds {count} folders, but at most {most} classes can be told apart here. Is it the right folder?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/limits.py"/>
        <source>“{name}” holds {pictures:,} pictures, but there are {labels:,} labels for them. Get both files from one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/archive.py"/>
        <source>“{name}” in the archive is damaged. Export the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/archive.py"/>
        <source>“{name}” in the archive is larger than a model needs, or than it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/decode.py"/>
        <source>“{name}” is a folder or a device, not a file. Choose a picture file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>“{name}” is a folder. Choose a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>“{name}” is a folder. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/opening.py"/>
        <source>“{name}” is a pickle, which can run any program when it is opened, so it is not. Save the model as .keras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/video.py"/>
        <source>“{name}” is a video of {width} × {height} pixels, which is too large. Convert it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/header.py"/>
        <source>“{name}” is a {kind} file, which cannot be read here. Export it as PNG or JPEG first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/header.py"/>
        <source>“{name}” is a {kind} picture, which cannot be read here. Save or export it as JPEG or PNG first; on a phone, choose “Most compatible” in the camera's format settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/decode.py"/>
        <source>“{name}” is cut off: the picture is shown as far as the file goes, the rest is missing. Copy or download the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/job.py"/>
        <source>“{name}” is damaged and cannot be read as a training job. Save it again in the Train workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/limits.py"/>
        <source>“{name}” is damaged or cut off. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/archive.py"/>
        <source>“{name}” is damaged or no zip file, so it cannot be opened. Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/opening.py"/>
        <source>“{name}” is damaged, so it cannot be opened. Export the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/header.py"/>
        <location filename="../../engine/sources/video.py"/>
        <source>“{name}” is empty (0 bytes). Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/recipe.py"/>
        <source>“{name}” is far too large for a recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/autosave.py"/>
        <source>“{name}” is far too large for a saved session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/tensorflow_js.py"/>
        <source>“{name}” is larger than a model needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/npz.py"/>
        <source>“{name}” is locked with a password or packed in a way that is not read. Save it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/reading.py"/>
        <source>“{name}” is lost: it could not be read from the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/opening.py"/>
        <source>“{name}” is neither a picture nor a video. Open a PNG, JPEG, WebP, TIFF, BMP or GIF file, a video or a folder of pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/opening.py"/>
        <source>“{name}” is no data set that can be read here: IDX (MNIST), CIFAR binary (.bin) or NPZ. Pictures in class folders are opened as a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/opening.py"/>
        <source>“{name}” is no model that can be opened. Choose a .keras or .h5 file, or a TensorFlow.js model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/reading.py"/>
        <source>“{name}” is no project of Kernelscope, or nothing of it can be read. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/video.py"/>
        <source>“{name}” is no video that can be played here, or it is damaged. Try to convert it to MP4 (H.264).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>“{name}” is not there. Was it moved, renamed or misspelt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/saving.py"/>
        <location filename="../../gui/train/saving.py"/>
        <source>“{name}” is still being saved. Wait for it, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>“{name}” is to share the weights of “{other}”, but that is not the same layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/training/job.py"/>
        <source>“{name}” is too large to be a training job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/editing.py"/>
        <source>“{name}” is where the picture comes in, so it has to stay. Change its shape instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/editing.py"/>
        <source>“{name}” is where the picture comes in, so it stays first. Change its shape instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/opening.py"/>
        <source>“{name}” is {size:,} MB, which is too large to be opened as one file. Split it into class folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/cifar.py"/>
        <source>“{name}” is {size:,} bytes long, but CIFAR's pictures take {record:,} bytes each, and it is no whole number of them. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/decode.py"/>
        <source>“{name}” is {size} MB, but at most {most} MB can be opened. Save a smaller copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/header.py"/>
        <source>“{name}” is {width} × {height} pixels ({megapixels} megapixels), but at most {most} megapixels can be opened. Save a smaller copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/files.py"/>
        <source>“{name}” may not be read with your user account. Change its permissions or copy it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/reading.py"/>
        <source>“{name}” needs {needed} MB on the disk, but only {free} MB are free. Free some space and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/project/reading.py"/>
        <source>“{name}” says it holds more than a project may. Do not open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/limits.py"/>
        <source>“{name}” says it holds {claimed:,} pictures or labels, but there are only {found:,} in it. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/data/files/limits.py"/>
        <source>“{name}” says it holds {count:,} pictures or labels in {size:,} MB, but at most {most:,} in {most_size:,} MB can be opened. Is it the right file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/header.py"/>
        <source>“{name}” says it is {width} × {height} pixels, but a picture needs at least one. Save it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/reading/archive.py"/>
        <source>“{name}” stands in the archive twice or in a form that is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/recorder.py"/>
        <source>“{name}” was not made by this program, so nothing is recorded or deleted there. Open it as a folder, or record anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/saving.py"/>
        <source>“{name}” was not saved, because the network worker stopped over it; what was there before is whole. Save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/saving.py"/>
        <source>“{name}” was not saved, because the training worker stopped over it; what was there before is whole. Save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/train/saving.py"/>
        <source>“{name}” was not saved; what was there before is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/sources/pictures/header.py"/>
        <source>“{name}” would take about {needed} MB to open ({width} × {height} pixels, {depth} bit), but at most {most} MB are allowed. Save a smaller copy of it, or one with fewer bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/describing/model.py"/>
        <source>“{name}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/architecture.py"/>
        <source>“{text}” names no output of a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/folders.py"/>
        <source>“{wished}” may not be written to, so runs and recorded pictures go to “{folder}”, which the system may empty. Save what you want to keep as a project elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/arithmetic_text.py"/>
        <source>… {count} more rows: {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/network/fitting.py"/>
        <source>−1 … 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/network/scale_bar.py"/>
        <source>−max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/models/wording.py"/>
        <source>−{share}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/imaging/canny.py"/>
        <source>√(across² + down²): how steep, in any direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/widgets/curve_plot.py"/>
        <source>▲ goes on up to {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
